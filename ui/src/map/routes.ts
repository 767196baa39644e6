/** The way that a vehicle went, as lines to draw. Pure. */
import type { FeatureCollection, LineString } from 'geojson';
import type { RouteView } from '@/ipc/generated/contract';
import { valueClass } from './speedClasses';
import { unbroken } from './unbroken';

/** The class of a stretch of which nothing is known, or that belongs to no trip. */
export const UNKNOWN_CLASS = -1;

/** So many colours there are; trips take turns with them. */
const TRIP_CLASSES = 5;

type Columns = Pick<RouteView, 'latitudes' | 'longitudes' | 'afterGap'>;

/** What the colours of a route stand for. */
export type Colouring =
  | {
      by: 'value';
      /** What was measured at each fix. */
      values: readonly (number | null)[];
      /** Where each class of it after the lowest begins. */
      limits: readonly number[];
    }
  | {
      by: 'trip';
      /** The number of the trip that each fix belongs to. */
      trips: readonly (number | null)[];
    };

/** How a stretch looks. */
interface Look {
  /** Which colour. */
  class: number;
  /** How many steps wider than the narrowest. */
  wider: number;
  /** What stands along it. */
  label: string;
}

interface Line {
  look: Look;
  points: [number, number][];
}

/** Longitude and latitude of each point, in one go across the antimeridian. */
function pointsOf({ latitudes, longitudes }: Omit<Columns, 'afterGap'>): [number, number][] {
  return unbroken(longitudes.map((longitude, at) => [longitude, latitudes[at] ?? 0]));
}

/** Stretches of one look, one line each; none leads across a gap. */
export function routeFeatures(
  route: Columns,
  colouring: Colouring,
): FeatureCollection<LineString, Look> {
  const points = pointsOf(route);
  const lines: Line[] = [];
  let open: Line | undefined;
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (!from || route.afterGap[at]) {
      open = undefined;
      continue;
    }
    const look = stretchLook(colouring, at);
    if (open?.look.class !== look.class || open.look.label !== look.label) {
      open = { look, points: [from] };
      lines.push(open);
    }
    open.points.push(to);
  }
  return {
    type: 'FeatureCollection',
    features: lines.map((line) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.points },
      properties: line.look,
    })),
  };
}

/** How the stretch to a fix from the one before looks. */
function stretchLook(colouring: Colouring, at: number): Look {
  if (colouring.by === 'trip') {
    const { trips } = colouring;
    const number = trips[at] === trips[at - 1] ? (trips[at] ?? null) : null;
    return number === null
      ? { class: UNKNOWN_CLASS, wider: 0, label: '' }
      : { class: (number - 1) % TRIP_CLASSES, wider: 1, label: String(number) };
  }
  const { values, limits } = colouring;
  const found = stretchClass(values[at - 1], values[at], limits);
  return { class: found, wider: Math.max(0, found), label: '' };
}

/** By the mean of its ends, or by the one that is known. */
function stretchClass(
  from: number | null | undefined,
  to: number | null | undefined,
  limits: readonly number[],
): number {
  const known = [from, to].filter((value) => typeof value === 'number');
  if (known.length === 0) return UNKNOWN_CLASS;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return valueClass(mean, limits) ?? UNKNOWN_CLASS;
}

/** South-west and north-east of points from one to another; null without any. */
export function cornersOfRoute(
  route: Omit<Columns, 'afterGap'>,
  from = 0,
  until = Number.POSITIVE_INFINITY,
): [west: number, south: number, east: number, north: number] | null {
  return cornersOf(pointsOf(route).slice(from, until));
}

/** The smallest rectangle that holds points, each degrees east and north; null for none. */
export function cornersOf(
  points: readonly (readonly [longitude: number, latitude: number])[],
): [west: number, south: number, east: number, north: number] | null {
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
