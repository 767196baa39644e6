/** Fetching what is not known of some days: by itself for a single day, otherwise when a person asks. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { CallError } from '@/ipc/client';
import type { HistoryDays, HistoryQuery } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { goesByItself } from './fetching';

export function useFetching(query: HistoryQuery, days: HistoryDays | undefined) {
  const { data: fetch, refetch } = useQuery(viewQuery('history_fetch', {}));
  const starting = useCommand('fetch_history');
  const cancelling = useCommand('cancel_fetch');
  /** What was begun here, by whomever: nothing of it is begun again by itself. */
  const tried = useRef(new Set<string>());
  const [turn, setTurn] = useState(0);

  const { mutateAsync } = starting;
  const begin = useRef((_: HistoryQuery) => {});
  begin.current = (wanted) => {
    const key = keyOf(wanted);
    tried.current.add(key);
    mutateAsync(wanted).catch(async (error) => {
      if (!isOtherRunning(error)) return;
      // Another one had begun, and nobody here had heard of it: after that it is this one's turn.
      await refetch();
      tried.current.delete(key);
      setTurn((before) => before + 1);
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each turn it is looked at again.
  useEffect(() => {
    // Whether something runs already has to be known first.
    if (!days || fetch === undefined) return;
    const isTried = tried.current.has(keyOf(query));
    if (goesByItself(query, days, fetch, isTried)) begin.current(query);
  }, [query, days, fetch, turn]);

  return {
    fetch: fetch ?? null,
    isStarting: starting.isPending,
    // Of other days it says nothing any more; another one that runs is shown itself.
    startError:
      starting.variables &&
      keyOf(starting.variables) === keyOf(query) &&
      !isOtherRunning(starting.error)
        ? starting.error
        : null,
    cancelError: cancelling.error,
    isCancelling: cancelling.isPending,
    begin: () => begin.current(query),
    cancel: () => cancelling.mutate({}),
  };
}

const keyOf = ({ first, id }: HistoryQuery) => `${first} ${id}`;

const isOtherRunning = (error: unknown) =>
  error instanceof CallError && error.body.code === 'job_running';

export type Fetching = ReturnType<typeof useFetching>;
