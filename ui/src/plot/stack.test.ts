import { expect, test } from 'vitest';
import { roundTop, stacked } from './stack';

test('each layer stands on those below it', () => {
  expect(
    stacked([
      [1, 2],
      [0, 3],
      [4, 0],
    ]),
  ).toEqual([
    [1, 2],
    [1, 5],
    [5, 5],
  ]);
  expect(stacked([])).toEqual([]);
});

test('a scale ends at a round number, and is never flat', () => {
  expect([0, 5, 7, 42, 100, 101, 3_000].map((highest) => roundTop(highest))).toEqual([
    5, 5, 10, 50, 100, 200, 5_000,
  ]);
});
