import { describe, expect, it } from 'vitest';
import type { StopView } from '@/ipc/generated/contract';
import { indexAt, keyAt, placeAt, stopAt, stopBeside, type Track } from './moments';

const track: Track = {
  atS: [100, 200, 300, 1_000],
  latitudes: [10, 10, 11, 20],
  longitudes: [50, 51, 51, 60],
  afterGap: [true, false, false, true],
  courseDeg: [45, null, 270, 90],
};

describe('the place of a moment', () => {
  it('is the last fix until then', () => {
    expect([99, 100, 150, 200, 999, 1_000, 5_000].map((at) => indexAt(track.atS, at))).toEqual([
      -1, 0, 0, 1, 2, 3, 3,
    ]);
    expect(indexAt([], 5)).toBe(-1);
  });

  it('lies between two fixes, and the vehicle looks where it goes', () => {
    const placed = placeAt(track, 250);
    expect(placed).toMatchObject({ latitude: 10.5, longitude: 51, index: 1, isInGap: false });
    expect(placed?.courseDeg).toBeCloseTo(0);
  });

  it('stays where it was known last while nothing is known', () => {
    expect(placeAt(track, 900)).toEqual({
      latitude: 11,
      longitude: 51,
      courseDeg: 270,
      index: 2,
      isInGap: true,
    });
  });

  it('is the first or the last fix outside of them', () => {
    expect(placeAt(track, 1)).toMatchObject({ latitude: 10, index: 0 });
    expect(placeAt(track, 9_999)).toMatchObject({ latitude: 20, index: 3, isInGap: false });
    expect(placeAt({ ...track, atS: [] }, 1)).toBeNull();
  });

  it('keeps the course of a vehicle that stands', () => {
    const standing = { ...track, latitudes: [10, 10], longitudes: [50, 50], atS: [100, 200] };
    expect(placeAt(standing, 150)?.courseDeg).toBe(45);
  });

  it('crosses the antimeridian', () => {
    const across = { ...track, longitudes: [179, -179], latitudes: [0, 0], atS: [0, 10] };
    expect(placeAt(across, 5)?.longitude).toBeCloseTo(180);
  });
});

describe('stops', () => {
  const stop = (number: number, from: number, until: number): StopView => ({
    number,
    start: { at: new Date(from * 1000).toISOString(), latitude: 0, longitude: 0, near: null },
    until: new Date(until * 1000).toISOString(),
    durationS: until - from,
    idlingS: 0,
  });
  const stops = [stop(1, 100, 150), stop(2, 300, 400)];

  it('are jumped to, one after the other', () => {
    expect([0, 100, 200, 300].map((at) => stopBeside(stops, at, 1))).toEqual([100, 300, 300, null]);
    expect([100, 200, 300, 900].map((at) => stopBeside(stops, at, -1))).toEqual([
      null,
      100,
      100,
      300,
    ]);
  });

  it('know their moments', () => {
    expect([99, 100, 149, 150, 350].map((at) => stopAt(stops, at)?.number)).toEqual([
      undefined,
      1,
      1,
      undefined,
      2,
    ]);
  });
});

it('finds what was at a moment: of two that meet, the later one', () => {
  const things = [
    { key: 'first', span: [10, 20] as const },
    { key: 'second', span: [20, 30] as const },
    { key: 'timeless' },
  ];
  expect([9, 10, 20, 31].map((moment) => keyAt(things, moment))).toEqual([
    null,
    'first',
    'second',
    null,
  ]);
});
