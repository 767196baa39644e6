import { expect, it } from 'vitest';
import { isDay, lengthOf, neighbour, rangeFault, rangeOf, shifted } from './dayRange';

const TODAY = '2026-11-12';

it('knows days of the calendar', () => {
  expect(['2026-11-12', '2024-02-29'].map(isDay)).toEqual([true, true]);
  expect(['2026-02-29', '2026-1-2', 'today', 20261112, undefined].map(isDay)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('counts over the ends of months, and whatever clocks do', () => {
  expect(shifted('2026-03-01', -1)).toBe('2026-02-28');
  expect(shifted('2026-10-24', 2)).toBe('2026-10-26');
  expect(lengthOf({ first: '2026-02-27', last: '2026-03-02' })).toBe(4);
});

it('says what is wrong with a range', () => {
  const faultOf = (first: string, last: string) => rangeFault({ first, last }, TODAY);
  expect(faultOf('2026-11-01', TODAY)).toBeNull();
  expect(faultOf('2026-10-13', TODAY)).toBeNull();
  expect(faultOf('2026-10-12', TODAY)).toBe('tooLong');
  expect(faultOf('', TODAY)).toBe('noFirst');
  expect(faultOf(TODAY, '')).toBe('noLast');
  expect(faultOf(TODAY, '2026-11-11')).toBe('order');
  expect(faultOf('2026-11-13', '2026-11-13')).toBe('future');
});

it('takes today where an address says nothing', () => {
  expect(rangeOf({}, TODAY)).toEqual({ first: TODAY, last: TODAY });
  expect(rangeOf({ last: '2026-11-01' }, TODAY)).toEqual({
    first: '2026-11-01',
    last: '2026-11-01',
  });
});

it('goes to the days before and after, but not beyond today', () => {
  const week = { first: '2026-11-02', last: '2026-11-08' };
  expect(neighbour(week, -1, TODAY)).toEqual({ first: '2026-10-26', last: '2026-11-01' });
  expect(neighbour(week, 1, TODAY)).toEqual({ first: '2026-11-06', last: TODAY });
});
