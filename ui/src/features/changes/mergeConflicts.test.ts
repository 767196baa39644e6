import { describe, expect, it } from 'vitest';
import type { GroupConflict } from '@/ipc/generated/contract';
import { isDecided, mergeConflicts } from './mergeConflicts';

const before = { name: 'North', description: 'old', devices: ['1', '2'] };
const mine = { name: 'North A', description: 'new', devices: ['1', '2'] };
const theirs = { name: 'North B', description: 'old', devices: ['1', '2', '3'] };
const NAME: GroupConflict = {
  field: 'name',
  original: 'North',
  mine: 'North A',
  theirs: 'North B',
};

describe('a merge', () => {
  it('takes the side that was chosen', () => {
    const meeting = { before, mine, theirs };
    expect(mergeConflicts(meeting, [NAME], { name: 'mine' }).name).toBe('North A');
    expect(mergeConflicts(meeting, [NAME], { name: 'theirs' }).name).toBe('North B');
  });

  it('keeps what only one of both changed', () => {
    const merged = mergeConflicts({ before, mine, theirs }, [NAME], { name: 'theirs' });
    expect(merged.description).toBe('new');
    expect(merged.devices).toEqual(['1', '2', '3']);
  });
});

it('is decided once every conflict has a side', () => {
  expect(isDecided([NAME], {})).toBe(false);
  expect(isDecided([NAME], { name: 'theirs' })).toBe(true);
});
