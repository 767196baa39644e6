import { expect, it } from 'vitest';
import { cornersOfRoute, routeFeatures, UNKNOWN_CLASS } from './routes';
import { speedLimits, valueClass } from './speedClasses';

const limits = speedLimits('metric');

const route = {
  longitudes: [1, 2, 3, 4, 5, 6],
  latitudes: [0, 0, 1, 1, 2, 2],
  afterGap: [true, false, false, true, false, false],
  speedKmh: [10, 20, 150, 40, null, null],
};

it('a line for each class of speed, and none across a gap', () => {
  const lines = routeFeatures(route, { by: 'value', values: route.speedKmh, limits }).features.map(
    ({ geometry, properties }) => [
      properties?.class,
      geometry.coordinates.map(([longitude]) => longitude),
    ],
  );
  expect(lines).toEqual([
    [0, [1, 2]],
    [2, [2, 3]],
    [1, [4, 5]],
    [UNKNOWN_CLASS, [5, 6]],
  ]);
});

it('a line across the antimeridian goes the short way', () => {
  const across = {
    longitudes: [179, -179],
    latitudes: [0, 0],
    afterGap: [true, false],
    speedKmh: [null, null],
  };
  expect(
    routeFeatures(across, { by: 'value', values: across.speedKmh, limits }).features[0]?.geometry
      .coordinates,
  ).toEqual([
    [179, 0],
    [181, 0],
  ]);
  expect(cornersOfRoute(across)).toEqual([179, 0, 181, 0]);
});

it('knows its corners, of a part too', () => {
  expect(cornersOfRoute(route)).toEqual([1, 0, 6, 2]);
  expect(cornersOfRoute(route, 2, 4)).toEqual([3, 1, 4, 1]);
  expect(cornersOfRoute(route, 9)).toBeNull();
});

it('classes begin at round numbers of the unit', () => {
  expect([0, 29.9, 30, 89, 90, 300].map((speed) => valueClass(speed, limits))).toEqual([
    0, 0, 1, 2, 3, 4,
  ]);
  expect(valueClass(32.2, speedLimits('imperial'))).toBe(1);
  expect(valueClass(null, limits)).toBeNull();
});
