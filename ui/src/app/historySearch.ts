/** What the history page shows, as the search part of its address: devices and days of them. */
import { isDay, lengthOf, MOST_DAYS, shifted } from '@/features/history/dayRange';
import { MOST_OTHERS } from '@/features/history/others';

/** Without days it is today. */
export interface HistorySearch {
  device?: string;
  /** Devices that are shown beside it. */
  also?: string[];
  first?: string;
  last?: string;
}

/** Reads the search part of an address. The router reads "17" as a number; ids are text. */
export function validateHistorySearch(search: Record<string, unknown>): HistorySearch {
  const device = idOf(search.device);
  const named = Array.isArray(search.also) ? search.also.map(idOf) : [];
  const also = [...new Set(named)].filter((id) => id && id !== device).slice(0, MOST_OTHERS);
  const one = isDay(search.first) ? search.first : undefined;
  const other = isDay(search.last) ? search.last : undefined;
  return {
    ...(device && { device }),
    ...(device && also.length > 0 && { also }),
    ...(one && other
      ? inOrder(one, other)
      : { ...(one && { first: one }), ...(other && { last: other }) }),
  };
}

function idOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The earlier day first, and no more days than are looked at together: the latest of them. */
function inOrder(one: string, other: string): Pick<HistorySearch, 'first' | 'last'> {
  const [first, last] = one <= other ? [one, other] : [other, one];
  const isLong = lengthOf({ first, last }) > MOST_DAYS;
  return { first: isLong ? shifted(last, 1 - MOST_DAYS) : first, last };
}
