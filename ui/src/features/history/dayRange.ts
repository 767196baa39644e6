/** Days as an address writes them ("2026-11-12"), and ranges of them. Pure. */
import { startOfDay } from '@/format/days';

const DAY_MS = 86_400_000;

/** The most days that are looked at together. */
export const MOST_DAYS = 31;

export interface DayRange {
  first: string;
  last: string;
}

/** Whether it is a day that the calendar has. */
export function isDay(value: unknown): value is string {
  return (
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && startOfDay(value) !== null
  );
}

/** A day some days later, or earlier. Counted without clocks, so that no change of them matters. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a range has. */
export function lengthOf({ first, last }: DayRange): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

export type RangeFault = 'noFirst' | 'noLast' | 'order' | 'tooLong' | 'future';

/** What is wrong with a range that a person types; null for nothing. */
export function rangeFault({ first, last }: DayRange, today: string): RangeFault | null {
  if (!isDay(first)) return 'noFirst';
  if (!isDay(last)) return 'noLast';
  if (last < first) return 'order';
  if (first > today) return 'future';
  return lengthOf({ first, last }) > MOST_DAYS ? 'tooLong' : null;
}

/** A range from what an address holds of it. One day alone is a range of one day. */
export function rangeOf(address: Partial<DayRange>, today: string): DayRange {
  const first = address.first ?? address.last ?? today;
  return { first, last: address.last ?? first };
}

/** As many days, the next ones or the ones before; never beyond today. */
export function neighbour(range: DayRange, direction: 1 | -1, today: string): DayRange {
  const length = lengthOf(range);
  const last = shifted(range.last, direction * length);
  const kept = last > today ? today : last;
  return { first: shifted(kept, 1 - length), last: kept };
}
