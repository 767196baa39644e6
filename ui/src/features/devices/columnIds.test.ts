import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, shownColumns } from './columnIds';

describe('the setting', () => {
  it('absent shows all columns in their order', () => {
    expect(shownColumns(null)).toEqual(COLUMN_IDS);
  });

  it('keeps its order and drops names that nothing is known of', () => {
    expect(shownColumns(['speed', 'altitude', 'status', 'speed'])).toEqual([
      'name',
      'speed',
      'status',
    ]);
  });

  it('cannot take the name away', () => {
    expect(shownColumns([])).toEqual(['name']);
  });
});
