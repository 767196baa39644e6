import { expect, it } from 'vitest';
import { chartData, spansOf, valueAt } from './chartData';

const times = { atS: [10, 20, 30, 100, 110], afterGap: [true, false, false, true, false] };

it('a line passes over what was not told, and breaks where nothing is known', () => {
  expect(chartData(times, [1, null, 3, 4, 5], (value) => value * 2)).toEqual([
    [10, 20, 30, 65, 100, 110],
    [2, undefined, 6, null, 8, 10],
  ]);
});

it('a value holds until the next one, but not over a gap', () => {
  const values = [1, null, null, null, 5];
  expect([0, 2, 3, 4].map((place) => valueAt(times.afterGap, values, place))).toEqual([
    1,
    1,
    null,
    5,
  ]);
});

it('the ignition is on from one fix to the next, in one span where it stays on', () => {
  expect(spansOf(times, [true, true, false, true, null])).toEqual([
    [10, 30],
    [100, 110],
  ]);
  expect(spansOf(times, [null, false, true, false, true])).toEqual([]);
});
