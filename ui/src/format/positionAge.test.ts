import { expect, it } from 'vitest';
import { reasonOfAge } from './positionAge';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;

it.each([
  [60, 0, null],
  [61, 0, 'tracker'],
  [180, 1, 'tracker'],
  [180, 179, 'question'],
  // Fresh when it came, and nobody asked since.
  [180, 180, 'question'],
  // A day old when it came, an hour ago.
  [25 * 60, 60, 'tracker'],
] as const)(
  'a position of %d min, asked for %d min ago, is old because of: %s',
  (fix, asked, why) => {
    expect(reasonOfAge(NOW - fix * MINUTE, NOW - asked * MINUTE, NOW)).toBe(why);
  },
);
