/** What the history page shows, as the search part of its address: a device and days of it. */
import { isDay, lengthOf, MOST_DAYS, shifted } from '@/features/history/dayRange';

/** Without days it is today. */
export interface HistorySearch {
  device?: string;
  first?: string;
  last?: string;
}

/** Reads the search part of an address. The router reads "17" as a number; ids are text. */
export function validateHistorySearch(search: Record<string, unknown>): HistorySearch {
  const device =
    typeof search.device === 'string' || typeof search.device === 'number'
      ? String(search.device)
      : '';
  const one = isDay(search.first) ? search.first : undefined;
  const other = isDay(search.last) ? search.last : undefined;
  return {
    ...(device && { device }),
    ...(one && other
      ? inOrder(one, other)
      : { ...(one && { first: one }), ...(other && { last: other }) }),
  };
}

/** The earlier day first, and no more days than are looked at together: the latest of them. */
function inOrder(one: string, other: string): Pick<HistorySearch, 'first' | 'last'> {
  const [first, last] = one <= other ? [one, other] : [other, one];
  const isLong = lengthOf({ first, last }) > MOST_DAYS;
  return { first: isLong ? shifted(last, 1 - MOST_DAYS) : first, last };
}
