import { expect, it } from 'vitest';
import { cornersOfPart } from './part';

/** Thinned: half an hour and many kilometres between two points. */
const route = {
  atS: [0, 1800, 3600, 5400],
  latitudes: [10, 11, 12, 13],
  longitudes: [20, 21, 22, 23],
};

it('a part is what was driven from the last point before it', () => {
  expect(cornersOfPart(route, { from: 1900, to: 3700 })).toEqual([21, 11, 22, 12]);
});

it('what was at one place is shown at that place, not at the point before', () => {
  const place = { latitude: 11.7, longitude: 21.9 };
  const [west, south, east, north] = [21.9, 11.7, 21.9, 11.7];
  expect(cornersOfPart(route, { from: 3000, to: 3000, ends: [place, place] })).toEqual([
    west,
    south,
    east,
    north,
  ]);
});

it('a trip goes from its true start to its true end, by the points between', () => {
  const ends = [
    { latitude: 11.5, longitude: 21.5 },
    { latitude: 11.9, longitude: 22.5 },
  ];
  expect(cornersOfPart(route, { from: 2700, to: 4000, ends })).toEqual([21.5, 11.5, 22.5, 12]);
});

it('a route without points lies nowhere', () => {
  const nothing = { atS: [], latitudes: [], longitudes: [] };
  expect(cornersOfPart(nothing, { from: 0, to: 10 })).toBeNull();
});
