/** The way that a vehicle went, as lines to draw. Pure. */
import type { FeatureCollection, LineString } from 'geojson';
import type { RouteView } from '@/ipc/generated/contract';
import { speedClass } from './speedClasses';
import { unbroken } from './unbroken';

/** The class of a stretch whose speed is not known. */
export const UNKNOWN_CLASS = -1;

type Columns = Pick<RouteView, 'latitudes' | 'longitudes' | 'afterGap' | 'speedKmh'>;

interface Line {
  class: number;
  points: [number, number][];
}

/** Longitude and latitude of each point, in one go across the antimeridian. */
function pointsOf({ latitudes, longitudes }: Columns): [number, number][] {
  return unbroken(longitudes.map((longitude, at) => [longitude, latitudes[at] ?? 0]));
}

/** Stretches of one class of speed, one line each; none leads across a gap. */
export function routeFeatures(
  route: Columns,
  limits: readonly number[],
): FeatureCollection<LineString> {
  const points = pointsOf(route);
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (!from || route.afterGap[at]) {
      open = undefined;
      continue;
    }
    const found = stretchClass(route.speedKmh[at - 1], route.speedKmh[at], limits);
    if (open?.class !== found) {
      open = { class: found, points: [from] };
      lines.push(open);
    }
    open.points.push(to);
  }
  return {
    type: 'FeatureCollection',
    features: lines.map((line) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.points },
      properties: { class: line.class },
    })),
  };
}

/** By the mean of its ends, or by the one that is known. */
function stretchClass(
  from: number | null | undefined,
  to: number | null | undefined,
  limits: readonly number[],
): number {
  const known = [from, to].filter((speed) => typeof speed === 'number');
  if (known.length === 0) return UNKNOWN_CLASS;
  const mean = known.reduce((sum, speed) => sum + speed, 0) / known.length;
  return speedClass(mean, limits) ?? UNKNOWN_CLASS;
}

/** South-west and north-east of points from one to another; null without any. */
export function cornersOfRoute(
  route: Columns,
  from = 0,
  until = Number.POSITIVE_INFINITY,
): [west: number, south: number, east: number, north: number] | null {
  const points = pointsOf(route).slice(from, until);
  if (points.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}
