import { expect, it } from 'vitest';
import type { Vehicle } from '@/ipc/generated/contract';
import { trailFeatures } from './trails';

const vehicle: Vehicle = {
  id: 'a',
  name: 'Van 9',
  latitude: -29.9,
  longitude: -71.2,
  courseDeg: 90,
  status: 'moving',
  critical: false,
  fixAt: '2026-11-24T11:59:50Z',
  askedAt: null,
  oddities: [],
  trail: [
    [-71.21, -29.9],
    [-71.205, -29.9],
  ],
};

it('a line ends where the vehicle is', () => {
  const [line] = trailFeatures([vehicle], null).features;
  expect(line?.geometry.coordinates).toEqual([...vehicle.trail, [-71.2, -29.9]]);
});

it('a vehicle without a trail has no line', () => {
  expect(trailFeatures([{ ...vehicle, trail: [] }], null).features).toEqual([]);
});

it('the line of the selected vehicle is told apart', () => {
  const isSelected = (selected: string) =>
    trailFeatures([vehicle], selected).features[0]?.properties?.selected;
  expect([isSelected('a'), isSelected('b')]).toEqual([true, false]);
});

it('a line across the antimeridian does not go around the world', () => {
  const across: Vehicle = {
    ...vehicle,
    longitude: 179.98,
    trail: [
      [179.99, 0],
      [-179.99, 0],
    ],
  };
  const [line] = trailFeatures([across], null).features;
  const longitudes = line?.geometry.coordinates.map(([longitude]) => longitude);
  expect(longitudes).toEqual([179.99, 180.01, 179.98]);
});
