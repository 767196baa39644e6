import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, moveColumn, offeredColumns, shownColumns, toggleColumn } from './columnIds';

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
    expect(toggleColumn(['name', 'speed'], 'name')).toEqual(['name', 'speed']);
  });
});

it('a column that comes back stands at the end', () => {
  expect(toggleColumn(['name', 'speed', 'fuel'], 'speed')).toEqual(['name', 'fuel']);
  expect(toggleColumn(['name', 'fuel'], 'speed')).toEqual(['name', 'fuel', 'speed']);
});

describe('moving', () => {
  it('swaps neighbours', () => {
    expect(moveColumn(['name', 'speed', 'fuel'], 'fuel', -1)).toEqual(['name', 'fuel', 'speed']);
    expect(moveColumn(['name', 'speed', 'fuel'], 'speed', 1)).toEqual(['name', 'fuel', 'speed']);
  });

  it('stops at the name and at the end', () => {
    expect(moveColumn(['name', 'speed', 'fuel'], 'speed', -1)).toEqual(['name', 'speed', 'fuel']);
    expect(moveColumn(['name', 'speed', 'fuel'], 'fuel', 1)).toEqual(['name', 'speed', 'fuel']);
  });
});

it('the chooser offers hidden columns after the shown ones, each once', () => {
  const offered = offeredColumns(['name', 'tags']);
  expect(offered.slice(0, 2)).toEqual(['name', 'tags']);
  expect([...offered].sort()).toEqual([...COLUMN_IDS].sort());
});
