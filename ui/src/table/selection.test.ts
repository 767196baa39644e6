import { describe, expect, it } from 'vitest';
import {
  countOf,
  EVERYTHING,
  isChosen,
  NOTHING,
  selectionOf,
  shareOf,
  underOtherFilter,
  withRows,
} from './selection';

describe('rows chosen one by one', () => {
  const two = withRows(NOTHING, ['a', 'b'], true);

  it('are chosen, and no others', () => {
    expect(isChosen(two, 'a')).toBe(true);
    expect(isChosen(two, 'c')).toBe(false);
    expect(countOf(two, 212)).toBe(2);
    expect(shareOf(two, 212)).toBe('some');
  });

  it('are taken back', () => {
    expect(countOf(withRows(two, ['a'], false), 212)).toBe(1);
    expect(shareOf(withRows(two, ['a', 'b'], false), 212)).toBe('none');
  });

  it('stay when the filter changes', () => {
    expect(underOtherFilter(two)).toBe(two);
  });
});

describe('all that match', () => {
  const butOne = withRows(EVERYTHING, ['a'], false);

  it('counts what the filter lets through, but for those taken out', () => {
    expect(countOf(EVERYTHING, 212)).toBe(212);
    expect(shareOf(EVERYTHING, 212)).toBe('all');
    expect(countOf(butOne, 212)).toBe(211);
    expect(shareOf(butOne, 212)).toBe('some');
    expect(isChosen(butOne, 'a')).toBe(false);
    expect(isChosen(butOne, 'z')).toBe(true);
  });

  it('takes one back in', () => {
    expect(shareOf(withRows(butOne, ['a'], true), 212)).toBe('all');
  });

  it('is given up when the filter changes', () => {
    expect(underOtherFilter(butOne)).toBe(NOTHING);
  });

  it('goes to the backend with the filter', () => {
    expect(selectionOf(butOne, { text: 'van' })).toEqual({
      kind: 'matching',
      filter: { text: 'van' },
      except: ['a'],
    });
  });
});
