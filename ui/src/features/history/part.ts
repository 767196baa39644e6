/** A part of a route that is looked at, and where on the map it lies. Pure. */
import type { Position, RouteView } from '@/ipc/generated/contract';
import { cornersOfRoute } from '@/map/routes';
import { indexAt } from './moments';

/** A part of the time, seconds of the Unix epoch. */
export interface Part {
  from: number;
  to: number;
  /** Where it begins and ends, if that is known: a thinned route may have no point near. */
  ends?: readonly Position[];
}

type Points = Pick<RouteView, 'atS' | 'latitudes' | 'longitudes'>;

/** The smallest rectangle that holds the part; null for a route without points. */
export function cornersOfPart(route: Points, { from, to, ends }: Part) {
  const [first, last] = [indexAt(route.atS, from), indexAt(route.atS, to)];
  if (!ends) return cornersOfRoute(route, Math.max(0, first), Math.max(0, last) + 1);
  // Only what lies between them: the point before may be far away.
  const { latitudes, longitudes } = route;
  return cornersOfRoute({
    latitudes: [...latitudes.slice(first + 1, last + 1), ...ends.map(({ latitude }) => latitude)],
    longitudes: [
      ...longitudes.slice(first + 1, last + 1),
      ...ends.map(({ longitude }) => longitude),
    ],
  });
}
