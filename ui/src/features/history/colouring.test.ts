import { expect, it } from 'vitest';
import { routeFeatures } from '@/map/routes';
import { colouringOf, coloursOf } from './colouring';

const route = {
  latitudes: [0, 1, 2, 3, 4, 5],
  longitudes: [0, 0, 0, 0, 0, 0],
  afterGap: [true, false, false, false, false, false],
  speedKmh: [10, 20, 0, 0, 40, 50],
  trips: [1, 1, null, null, 2, 2],
  readings: [{ kind: 'fuel' as const, values: [90, null, null, 15, null, null] }],
};

it('a route can be coloured by what was measured on it', () => {
  expect(coloursOf(route)).toEqual(['speed', 'trip', 'fuel']);
});

it('trips take turns with colours and carry their number, and what is between them has neither', () => {
  const lines = routeFeatures(route, colouringOf(route, 'trip', 'metric')).features;
  expect(lines.map(({ properties }) => [properties.class, properties.label])).toEqual([
    [0, '1'],
    [-1, ''],
    [1, '2'],
  ]);
});

it('a level holds until the next one is told', () => {
  const lines = routeFeatures(route, colouringOf(route, 'fuel', 'metric')).features;
  expect(
    lines.map(({ properties, geometry }) => [properties.class, geometry.coordinates.length]),
  ).toEqual([
    [4, 3],
    [2, 2],
    [0, 3],
  ]);
});
