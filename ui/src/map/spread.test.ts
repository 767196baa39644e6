import { describe, expect, it } from 'vitest';
import type { Vehicle } from '@/ipc/generated/contract';
import { pixelsOf } from './mercator';
import { spread } from './spread';

const SPOT = { latitude: -29.95, longitude: -71.34 };

/** Some metres, as degrees of latitude. */
const metres = (count: number) => count / 111_195;

function vehicle(id: string, changes: Partial<Vehicle> = {}): Vehicle {
  return {
    id,
    name: id,
    ...SPOT,
    courseDeg: null,
    status: 'parked',
    critical: false,
    fixAt: '2026-11-24T12:00:00Z',
    askedAt: null,
    oddities: [],
    trail: [],
    ...changes,
  };
}

const many = (count: number) => Array.from({ length: count }, (_, n) => vehicle(`v${n}`));

function closestPx(vehicles: readonly Vehicle[], zoom: number): number {
  const at = vehicles.map((it) => pixelsOf(it, zoom));
  const gaps = at.flatMap((one, n) =>
    at.slice(n + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  return Math.min(...gaps);
}

const placesById = (vehicles: readonly Vehicle[]) =>
  Object.fromEntries(vehicles.map(({ id, latitude, longitude }) => [id, [latitude, longitude]]));

describe('vehicles on one spot', () => {
  it('stand apart by a sign, however many they are', () => {
    for (const count of [2, 3, 8, 9, 40, 200]) {
      const { vehicles, leaders } = spread(many(count), 17);
      expect([count, leaders.length, closestPx(vehicles, 17) > 22]).toEqual([count, count, true]);
    }
  });

  it('stand the same whatever order they come in', () => {
    const [forth, back] = [spread(many(30), 18), spread(many(30).reverse(), 18)];
    expect(placesById(forth.vehicles)).toEqual(placesById(back.vehicles));
  });

  it('keep the order in which they came', () => {
    const came = many(12).reverse();
    expect(spread(came, 18).vehicles.map(({ id }) => id)).toEqual(came.map(({ id }) => id));
  });

  it('are tied to the spot by lines', () => {
    const [leader] = spread(many(2), 18).leaders;
    expect(leader?.spot.latitude).toBeCloseTo(SPOT.latitude, 9);
    expect(leader?.spot.longitude).toBeCloseTo(SPOT.longitude, 9);
  });

  it('are left to the clusters from further away', () => {
    const came = many(5);
    expect(spread(came, 15.75)).toEqual({ vehicles: came, leaders: [] });
  });
});

it('vehicles a little apart stand where they are once the map is close enough', () => {
  const near = [vehicle('a'), vehicle('b', { latitude: SPOT.latitude + metres(8) })];
  expect(spread(near, 16).leaders).toHaveLength(2);
  expect(spread(near, 19)).toEqual({ vehicles: near, leaders: [] });
});

it('a vehicle beside a spot is not covered by the ring around that', () => {
  const beside = vehicle('beside', { latitude: SPOT.latitude + metres(20) });
  const { vehicles } = spread([...many(6), beside], 17);
  expect(closestPx(vehicles, 17)).toBeGreaterThan(22);
});

it('a vehicle far from a spot stays where it is', () => {
  const far = vehicle('far', { latitude: SPOT.latitude + metres(300) });
  const { vehicles } = spread([...many(6), far], 17);
  expect(vehicles.at(-1)).toEqual(far);
});
