import { expect, it } from 'vitest';
import { expiryOf } from './expiry';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

it.each([
  [-1, 'past'],
  [0, 'past'],
  [1, 'soon'],
  [30 * DAY, 'soon'],
  [30 * DAY + 1, 'later'],
] as const)('an end %d ms from now is %s', (span, expiry) => {
  expect(expiryOf(NOW + span, NOW)).toBe(expiry);
});
