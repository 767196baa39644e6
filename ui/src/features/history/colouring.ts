/** What a route can be coloured by, and how. Pure. */
import type { ReadingKind, RouteView, Units } from '@/ipc/generated/contract';
import type { Colouring } from '@/map/routes';
import { READING_LIMITS, speedLimits } from '@/map/speedClasses';

export type ColourBy = 'speed' | 'trip' | ReadingKind;

/** What this route can be coloured by. */
export function coloursOf({ readings }: Pick<RouteView, 'readings'>): ColourBy[] {
  return ['speed', 'trip', ...readings.map(({ kind }) => kind)];
}

/** By what a person chose, or by speed where this route has nothing of that. */
export function colouringOf(
  route: Pick<RouteView, 'readings' | 'speedKmh' | 'trips'>,
  by: ColourBy,
  units: Units,
): Colouring {
  if (by === 'trip') return { by: 'trip', trips: route.trips };
  if (by === 'speed') return { by: 'value', values: route.speedKmh, limits: speedLimits(units) };
  const reading = route.readings.find(({ kind }) => kind === by);
  // A tracker may tell a level only now and then: it holds until the next one.
  const values = held(reading?.values ?? route.speedKmh.map(() => null));
  return { by: 'value', values, limits: READING_LIMITS[by] };
}

function held(values: readonly (number | null)[]): (number | null)[] {
  let last: number | null = null;
  return values.map((value) => {
    last = value ?? last;
    return last;
  });
}
