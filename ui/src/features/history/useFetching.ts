/** Fetching what is not known of some days: by itself for a single day, otherwise when a person asks. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { HistoryDays, HistoryQuery } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { goesByItself } from './fetching';

export function useFetching(query: HistoryQuery, days: HistoryDays | undefined) {
  const { data: fetch } = useQuery(viewQuery('history_fetch', {}));
  const starting = useCommand('fetch_history');
  const cancelling = useCommand('cancel_fetch');
  /** What was begun here, by whomever: nothing of it is begun again by itself. */
  const tried = useRef(new Set<string>());

  const { mutate } = starting;
  const begin = useRef((_: HistoryQuery) => {});
  begin.current = (wanted) => {
    tried.current.add(`${wanted.first} ${wanted.id}`);
    mutate(wanted);
  };
  useEffect(() => {
    // Whether something runs already has to be known first.
    if (!days || fetch === undefined) return;
    const isTried = tried.current.has(`${query.first} ${query.id}`);
    if (goesByItself(query, days, fetch, isTried)) begin.current(query);
  }, [query, days, fetch]);

  return {
    fetch: fetch ?? null,
    isStarting: starting.isPending,
    // Of other days it says nothing any more.
    startError:
      starting.variables?.id === query.id && starting.variables.first === query.first
        ? starting.error
        : null,
    cancelError: cancelling.error,
    isCancelling: cancelling.isPending,
    begin: () => begin.current(query),
    cancel: () => cancelling.mutate({}),
  };
}

export type Fetching = ReturnType<typeof useFetching>;
