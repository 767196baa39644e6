import { describe, expect, it } from 'vitest';
import { durationIn, elapsedIn } from './elapsed';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('an age', () => {
  it.each([
    [0, 0, 'second'],
    [59_999, 59, 'second'],
    [MINUTE, 1, 'minute'],
    [HOUR - 1, 59, 'minute'],
    [HOUR, 1, 'hour'],
    [DAY - 1, 23, 'hour'],
    [DAY, 1, 'day'],
    [400 * DAY, 400, 'day'],
  ] as const)('of %d ms is %d %s', (span, value, unit) => {
    expect(elapsedIn(span)).toEqual({ value, unit });
  });

  it('is none when the clock of the tracker is ahead', () => {
    expect(elapsedIn(-5000)).toEqual({ value: 0, unit: 'second' });
  });
});

describe('a duration', () => {
  it('names the rest in the next unit', () => {
    expect(durationIn(2 * HOUR + 10 * MINUTE + 7000)).toEqual([
      { value: 2, unit: 'hour' },
      { value: 10, unit: 'minute' },
    ]);
  });

  it('leaves a rest of zero out', () => {
    expect(durationIn(3 * DAY + 4 * MINUTE)).toEqual([{ value: 3, unit: 'day' }]);
  });

  it('names seconds only where there is nothing larger', () => {
    expect(durationIn(12_345)).toEqual([{ value: 12, unit: 'second' }]);
    expect(durationIn(5 * MINUTE + 12_345)).toEqual([{ value: 5, unit: 'minute' }]);
  });
});
