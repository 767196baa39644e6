/** Where a vehicle was at a moment, between the fixes that are known of it. Pure. */
import type { StopView } from '@/ipc/generated/contract';
import { wayTo } from '@/map/direction';

/** Columns of equal length, oldest first. */
export interface Track {
  atS: readonly number[];
  latitudes: readonly number[];
  longitudes: readonly number[];
  afterGap: readonly boolean[];
  courseDeg: readonly (number | null)[];
}

/** Where it was. */
export interface Placed {
  latitude: number;
  longitude: number;
  courseDeg: number | null;
  /** Place in the track of the last fix until then. */
  index: number;
  /** Nothing is known of the moment: this is where it was last known to be. */
  isInGap: boolean;
}

/** Less than this between two fixes says nothing of a direction. */
const LEAST_WAY_M = 5;

/** The place of the last moment that is not after this one; -1 where all are. */
export function indexAt(atS: readonly number[], moment: number): number {
  let [low, high] = [0, atS.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atS[middle] ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where the vehicle was; before the first fix and after the last it is at those. Null without fixes. */
export function placeAt(track: Track, moment: number): Placed | null {
  const { atS, latitudes, longitudes, courseDeg, afterGap } = track;
  if (atS.length === 0) return null;
  const index = Math.max(0, indexAt(atS, moment));
  const here = { latitude: latitudes[index] ?? 0, longitude: longitudes[index] ?? 0 };
  const standing = { ...here, courseDeg: courseDeg[index] ?? null, index, isInGap: false };
  const [from, to] = [atS[index] ?? 0, atS[index + 1]];
  if (to === undefined || moment <= from) return standing;
  if (afterGap[index + 1]) return { ...standing, isInGap: true };
  const share = (moment - from) / (to - from);
  const there = { latitude: latitudes[index + 1] ?? 0, longitude: longitudes[index + 1] ?? 0 };
  const { distanceM, bearingDeg } = wayTo(here, there);
  return {
    latitude: here.latitude + share * (there.latitude - here.latitude),
    longitude: here.longitude + share * shortWay(there.longitude - here.longitude),
    courseDeg: distanceM < LEAST_WAY_M ? standing.courseDeg : bearingDeg,
    index,
    isInGap: false,
  };
}

/** Across the antimeridian, not around the world. */
function shortWay(degrees: number): number {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

/** From when to when something was, in seconds of the Unix epoch. */
export type Span = readonly [from: number, to: number];

/** The key of the last thing, oldest first, in whose time a moment lies. */
export function keyAt(
  things: readonly { key: string; span?: Span }[],
  moment: number,
): string | null {
  const lies = ({ span }: { span?: Span }) =>
    span !== undefined && span[0] <= moment && moment <= span[1];
  return things.findLast(lies)?.key ?? null;
}

export const secondsOf = (iso: string) => Date.parse(iso) / 1000;

/** A stop that is begun within this time is the one that was just jumped to. */
const SAME_S = 1;

/** When the next stop begins, or the one before; null where there is none. */
export function stopBeside(
  stops: readonly StopView[],
  moment: number,
  direction: 1 | -1,
): number | null {
  const starts = stops.map(({ start }) => secondsOf(start.at));
  const found =
    direction === 1
      ? starts.find((at) => at > moment + SAME_S)
      : starts.findLast((at) => at < moment - SAME_S);
  return found ?? null;
}

/** The stop that a moment lies in. */
export function stopAt(stops: readonly StopView[], moment: number): StopView | null {
  return (
    stops.find(({ start, until }) => secondsOf(start.at) <= moment && moment < secondsOf(until)) ??
    null
  );
}
