/** What a person wants a report of, as the form holds it, and the order that it makes. Pure. */
import { type DayRange, type Scope, scopeOf, selectionOf, weekBefore } from '@/format/scope';
import type { DeviceSelection, ReportOrder } from '@/ipc/generated/contract';

/** What counts as a limit, in km/h. */
export const LIMIT_KMH = { least: 1, most: 300 } as const;

export interface Wanted extends Scope, DayRange {
  /** Null for none. */
  limitKmh: number | null;
}

export function isLimit(limitKmh: number | null): boolean {
  return limitKmh === null || (limitKmh >= LIMIT_KMH.least && limitKmh <= LIMIT_KMH.most);
}

export function orderOf(wanted: Wanted, timeZone: string): ReportOrder {
  const { first, last, limitKmh } = wanted;
  return { devices: selectionOf(wanted), first, last, timeZone, limitKmh };
}

/** What the form begins with: what was selected elsewhere, or else what was ordered last. */
export function wantedAtFirst(
  given: DeviceSelection | null,
  last: ReportOrder | null,
  today: string,
): Wanted {
  const days = last ? { first: last.first, last: last.last } : weekBefore(today);
  const limitKmh = last?.limitKmh ?? null;
  return { ...scopeOf(given ?? last?.devices ?? null), ...days, limitKmh };
}
