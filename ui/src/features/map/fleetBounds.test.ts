import { expect, it } from 'vitest';
import { cornersOf } from './fleetBounds';

it('a rectangle across the antimeridian is shown as the narrow one that it is', () => {
  expect(cornersOf({ west: 178, south: -18, east: -179, north: -17 })).toEqual([
    [178, -18],
    [181, -17],
  ]);
});
