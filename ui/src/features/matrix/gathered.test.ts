import { describe, expect, it } from 'vitest';
import type { GroupForm } from '@/ipc/generated/contract';
import { cellOf, changesOf, countCells, flipped, type Gathered, NONE_GATHERED } from './gathered';

const north: GroupForm = { name: 'North', description: '', devices: ['a', 'b'] };

function flip(gathered: Gathered, device: string): Gathered {
  const flip = flipped(gathered, 'n', north, device);
  if (flip.kind !== 'flipped') throw new Error(flip.kind);
  return flip.gathered;
}

describe('cells that were changed', () => {
  it('are marked and counted', () => {
    const gathered = flip(flip(NONE_GATHERED, 'c'), 'a');
    expect(cellOf(gathered, 'n', north, 'c')).toEqual({ isIn: true, isChanged: true });
    expect(cellOf(gathered, 'n', north, 'a')).toEqual({ isIn: false, isChanged: true });
    expect(cellOf(gathered, 'n', north, 'b')).toEqual({ isIn: true, isChanged: false });
    expect(countCells(gathered)).toBe(2);
  });

  it('are no change when turned back', () => {
    expect(flip(flip(NONE_GATHERED, 'a'), 'a').size).toBe(0);
  });

  it('make one change of a group, with what the person saw', () => {
    const gathered = flip(flip(NONE_GATHERED, 'c'), 'a');
    expect(changesOf(gathered)).toEqual([
      { kind: 'edit', id: 'n', before: north, after: { ...north, devices: ['b', 'c'] } },
    ]);
  });

  it('never leave a group without a device', () => {
    const one = flip(NONE_GATHERED, 'a');
    expect(flipped(one, 'n', north, 'b')).toEqual({ kind: 'wouldBeEmpty' });
  });
});
