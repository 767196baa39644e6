import { expect, it } from 'vitest';
import { compassPoint } from './compass';

it.each([
  [0, 'n'],
  [22.4, 'n'],
  [22.6, 'ne'],
  [90, 'e'],
  [225, 'sw'],
  [337.4, 'nw'],
  [337.6, 'n'],
  [360, 'n'],
  [-90, 'w'],
  [450, 'e'],
] as const)('%d degrees is %s', (degrees, point) => {
  expect(compassPoint(degrees)).toBe(point);
});
