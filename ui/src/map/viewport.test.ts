import { describe, expect, it } from 'vitest';
import { askedBounds, boundsBetween, isWithin } from './viewport';

describe('the bounds to ask for', () => {
  it('reach a quarter of the screen beyond each edge', () => {
    const { west, south, east, north } = askedBounds({ west: 8, south: 8, east: 16, north: 16 });
    expect([west, south, east, north]).toEqual([6, 6, 18, 18]);
  });

  it('stay the same for a move within the grid', () => {
    const before = askedBounds({ west: 8.2, south: 8.2, east: 16.2, north: 16.2 });
    const after = askedBounds({ west: 8.5, south: 8.5, east: 16.5, north: 16.5 });
    expect(after).toEqual(before);
  });

  it('cross the antimeridian with west greater than east', () => {
    const { west, east } = askedBounds({ west: 176, south: 0, east: 184, north: 8 });
    expect([west, east]).toEqual([174, -174]);
  });

  it('are the world once where the screen shows it twice', () => {
    const { west, east, north } = askedBounds({ west: -400, south: -80, east: 400, north: 80 });
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeLessThan(90);
  });
});

describe('what lies between edges', () => {
  it('is told in degrees from -180 to 180, also where the map was turned around the world', () => {
    const edges = { south: -20, north: -10 };
    expect(boundsBetween({ ...edges, west: 176, east: 184 })).toEqual({
      ...edges,
      west: 176,
      east: -176,
    });
    expect(boundsBetween({ ...edges, west: -372, east: -362 })).toEqual({
      ...edges,
      west: -12,
      east: -2,
    });
  });

  it('is all longitudes where the screen shows the world twice', () => {
    const { west, east } = boundsBetween({ west: -400, south: -80, east: 400, north: 80 });
    expect([west, east]).toEqual([-180, 180]);
  });
});

describe('a point', () => {
  it('is within edges that run past 180 degrees', () => {
    const edges = { west: 170, south: -10, east: 190, north: 10 };
    expect(isWithin(edges, [-175, 0])).toBe(true);
    expect(isWithin(edges, [-165, 0])).toBe(false);
    expect(isWithin(edges, [175, 11])).toBe(false);
  });
});
