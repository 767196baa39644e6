/** Devices that are shown beside the one that is looked at. Pure. */
import type { CallError } from '@/ipc/client';
import type { DeviceRef, HistoryDays, Journeys, RouteView } from '@/ipc/generated/contract';

/** More lines could not be told apart. */
export const MOST_OTHERS = 4;

/** One of them, as far as it has been read. */
export interface Other {
  device: DeviceRef;
  route: RouteView | undefined;
  journeys: Journeys | undefined;
  days: HistoryDays | undefined;
  /** Why a part of it could not be read. */
  problem: CallError | null;
}

type Times = Pick<RouteView, 'atS'>;

/** From the first fix of all to the last; of those that have any. */
export function spanOf(routes: readonly (Times | undefined)[]): [from: number, to: number] {
  const known = routes.flatMap((route) => {
    const [from, to] = [route?.atS[0], route?.atS.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  if (known.length === 0) return [0, 0];
  return [Math.min(...known.map(({ from }) => from)), Math.max(...known.map(({ to }) => to))];
}

/** How many of the days something is missing of. */
export function daysMissing({ days }: Pick<HistoryDays, 'days'>): number {
  return days.filter(({ state }) => state === 'missing' || state === 'part').length;
}
