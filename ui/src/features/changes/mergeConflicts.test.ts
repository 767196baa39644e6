import { describe, expect, it } from 'vitest';
import { EMPTY_USER } from '@/ipc/forms';
import { isDecided, mergeConflicts } from './mergeConflicts';

const before = { name: 'North', description: 'old', devices: ['1', '2'] };
const mine = { name: 'North A', description: 'new', devices: ['1', '2'] };
const theirs = { name: 'North B', description: 'old', devices: ['1', '2', '3'] };
const NAME = { field: 'name' } as const;

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

  it('is the same for users', () => {
    const seen = { ...EMPTY_USER, name: 'Ana', privileges: ['view'] };
    const merged = mergeConflicts(
      {
        before: seen,
        mine: { ...seen, disabled: true, name: 'Ana M.' },
        theirs: { ...seen, privileges: ['view', 'send'], name: 'Anna' },
      },
      [NAME],
      { name: 'theirs' },
    );
    expect(merged).toEqual({
      ...seen,
      name: 'Anna',
      disabled: true,
      privileges: ['view', 'send'],
    });
  });
});

it('is decided once every conflict has a side', () => {
  expect(isDecided([NAME], {})).toBe(false);
  expect(isDecided([NAME], { name: 'theirs' })).toBe(true);
});
