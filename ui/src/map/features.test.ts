import { describe, expect, it } from 'vitest';
import type { Vehicle } from '@/ipc/generated/contract';
import { nameFeatures, opacityOf, vehicleFeatures } from './features';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-24T12:00:00Z');

const vehicle: Vehicle = {
  id: 'a',
  name: 'Van 9',
  latitude: -29.9,
  longitude: -71.2,
  courseDeg: 90,
  status: 'moving',
  critical: false,
  fixAt: '2026-11-24T11:59:50Z',
  trail: [],
  askedAt: '2026-11-24T11:59:55Z',
  oddities: [],
};

function propertiesOf(changes: Partial<Vehicle>) {
  return vehicleFeatures([{ ...vehicle, ...changes }], NOW).features[0]?.properties;
}

describe('a vehicle on the map', () => {
  it('stands at longitude, latitude, in that order', () => {
    const [feature] = vehicleFeatures([vehicle], NOW).features;
    expect(feature?.geometry.coordinates).toEqual([-71.2, -29.9]);
  });

  it('is an arrow along its course while it moves', () => {
    expect(propertiesOf({})).toMatchObject({ icon: 'moving', turn: 90, opacity: 1 });
  });

  it('has a sign of its own when something is odd about its position', () => {
    expect(propertiesOf({})).toMatchObject({ odd: false });
    expect(propertiesOf({ oddities: ['jump'] })).toMatchObject({ odd: true });
  });

  it('is named once when it is selected', () => {
    expect(nameFeatures([vehicle], null).features[0]?.properties?.name).toBe('Van 9');
    expect(nameFeatures([vehicle], 'a').features).toEqual([]);
  });

  it('has its name before others when it needs attention', () => {
    const orderOf = (changes: Partial<Vehicle>) =>
      nameFeatures([{ ...vehicle, ...changes }], null).features[0]?.properties?.order;
    expect(orderOf({ critical: true, status: 'parked' })).toBeLessThan(orderOf({}));
    expect(orderOf({})).toBeLessThan(orderOf({ status: 'parked' }));
  });

  it('is no arrow when it moves nobody knows where to', () => {
    expect(propertiesOf({ courseDeg: null })?.icon).not.toBe('moving');
  });

  it('stands upright when it does not move, whatever course it came by', () => {
    expect(propertiesOf({ status: 'parked' })).toMatchObject({ icon: 'parked', turn: 0 });
  });
});

it('old fixes fade in steps', () => {
  expect([opacityOf(HOUR), opacityOf(HOUR + 1), opacityOf(24 * HOUR + 1)]).toEqual([1, 0.7, 0.45]);
});
