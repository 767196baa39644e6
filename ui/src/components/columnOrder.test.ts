import { describe, expect, it } from 'vitest';
import { moveColumn, offeredColumns, toggleColumn } from './columnOrder';

const ALL = ['name', 'speed', 'fuel', 'tags'] as const;
type Id = (typeof ALL)[number];
const shown = (...ids: Id[]) => ids;

it('the first column can not be taken away', () => {
  expect(toggleColumn(shown('name', 'speed'), 'name')).toEqual(['name', 'speed']);
});

it('a column that comes back stands at the end', () => {
  expect(toggleColumn(shown('name', 'speed', 'fuel'), 'speed')).toEqual(['name', 'fuel']);
  expect(toggleColumn(shown('name', 'fuel'), 'speed')).toEqual(['name', 'fuel', 'speed']);
});

describe('moving', () => {
  it('swaps neighbours', () => {
    const before = shown('name', 'speed', 'fuel');
    expect(moveColumn(before, 'fuel', -1)).toEqual(['name', 'fuel', 'speed']);
    expect(moveColumn(before, 'speed', 1)).toEqual(['name', 'fuel', 'speed']);
  });

  it('stops at the first column and at the end', () => {
    const before = shown('name', 'speed', 'fuel');
    expect(moveColumn(before, 'speed', -1)).toEqual(before);
    expect(moveColumn(before, 'fuel', 1)).toEqual(before);
  });
});

it('the chooser offers hidden columns after the shown ones, each once', () => {
  const offered = offeredColumns(shown('name', 'tags'), ALL);
  expect(offered.slice(0, 2)).toEqual(['name', 'tags']);
  expect([...offered].sort()).toEqual([...ALL].sort());
});
