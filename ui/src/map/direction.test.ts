import { expect, it } from 'vitest';
import { wayTo } from './direction';

const COQUIMBO = { latitude: -29.953, longitude: -71.343 };

it.each([
  ['north', { ...COQUIMBO, latitude: -29.943 }, 1112, 0],
  ['south', { ...COQUIMBO, latitude: -29.963 }, 1112, 180],
  ['east', { ...COQUIMBO, longitude: -71.333 }, 963, 90],
  ['west', { ...COQUIMBO, longitude: -71.353 }, 963, 270],
])('a point to the %s lies there', (_, to, distanceM, bearingDeg) => {
  const way = wayTo(COQUIMBO, to);
  expect(Math.round(way.distanceM)).toBe(distanceM);
  expect(Math.abs(way.bearingDeg - bearingDeg)).toBeLessThan(0.1);
});

it('the short way leads across the antimeridian', () => {
  const way = wayTo({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 });
  expect([Math.round(way.distanceM), Math.round(way.bearingDeg)]).toEqual([22_239, 90]);
});
