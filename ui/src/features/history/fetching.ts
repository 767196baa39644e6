/** When the past of a device is fetched without being asked for, and what a running fetch is about. Pure. */
import type { FetchView, HistoryDays, HistoryQuery } from '@/ipc/generated/contract';

/** Whether a fetch is about exactly these days of this device. */
export function isAbout({ progress }: FetchView, { id, first, last }: HistoryQuery): boolean {
  return progress.device.id === id && progress.first === first && progress.last === last;
}

/**
 * A person who opens a day expects to see it, so one request is not asked about first. Only what
 * nobody has tried: after a failure it is the person's turn.
 */
export function goesByItself(
  query: HistoryQuery,
  days: HistoryDays,
  fetch: FetchView | null,
  isTried: boolean,
): boolean {
  if (isTried || query.first !== query.last) return false;
  if (fetch && (fetch.progress.state === 'running' || isAbout(fetch, query))) return false;
  return days.requests === 1 && days.days[0]?.state === 'missing';
}
