/** The route of the days, and of a part of them in more detail once a person looks closer. */
import { useQuery } from '@tanstack/react-query';
import type { HistoryQuery } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import type { Part } from './part';

/** More points than a screen has pixels across say nothing more. */
const MOST_POINTS = 4_000;

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

/** All of the days, in as many points as a screen needs. */
export const wholeRoute = (days: HistoryQuery) => ({
  days,
  from: null,
  to: null,
  mostPoints: MOST_POINTS,
});

export function useRoutes(days: HistoryQuery, part: Part | null) {
  const base = wholeRoute(days);
  const whole = useQuery(viewQuery('route', base));
  const detail = useQuery({
    ...viewQuery('route', {
      ...base,
      ...(part && { from: isoOf(part.from), to: isoOf(part.to) }),
    }),
    enabled: part !== null,
  });
  return {
    whole: own(whole),
    // Until the details are there, the part is shown as the whole has it.
    shown: (part && own(detail)) ?? own(whole),
    error: whole.error,
    detailError: part ? detail.error : null,
    refetch: () => void whole.refetch(),
    refetchDetail: () => void detail.refetch(),
  };
}

/** What was asked for before, of another device perhaps, is not shown meanwhile. */
export function own<T>(query: { data: T | undefined; isPlaceholderData: boolean }): T | undefined {
  return query.isPlaceholderData ? undefined : query.data;
}
