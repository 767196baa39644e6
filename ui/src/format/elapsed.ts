/** Spans of time in the unit that says most: seconds up to a minute, minutes up to an hour, and so on. */

export type ElapsedUnit = 'second' | 'minute' | 'hour' | 'day';

/** A whole number of a unit. */
export interface Elapsed {
  value: number;
  unit: ElapsedUnit;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const UNITS: readonly { unit: ElapsedUnit; ms: number }[] = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
  { unit: 'minute', ms: MINUTE_MS },
  { unit: 'second', ms: SECOND_MS },
];

/** How much of the largest unit has passed. A span below zero, as of a clock slightly ahead, is none. */
export function elapsedIn(spanMs: number): Elapsed {
  const span = Math.max(0, spanMs);
  const { unit, ms } = UNITS.find((candidate) => span >= candidate.ms) ?? {
    unit: 'second' as const,
    ms: SECOND_MS,
  };
  return { value: Math.floor(span / ms), unit };
}

/**
 * The largest unit and what remains in the next one: two hours and ten minutes. Seconds stand alone:
 * nobody asks how many of them a vehicle has stood beyond its minutes.
 */
export function durationIn(spanMs: number): Elapsed[] {
  const largest = elapsedIn(spanMs);
  const at = UNITS.findIndex(({ unit }) => unit === largest.unit);
  const next = UNITS[at + 1];
  const whole = UNITS[at];
  if (!whole || !next || next.unit === 'second') return [largest];
  const rest = Math.floor((Math.max(0, spanMs) % whole.ms) / next.ms);
  return rest === 0 ? [largest] : [largest, { value: rest, unit: next.unit }];
}
