/** A page of what a plan would do, or of what became of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { ItemState, ItemsPage, JobView } from '@/ipc/generated/contract';
import type { RowWindow } from '@/table/rowWindow';

/** A plan by its number, or the work as it stands. */
export type ItemSource = { kind: 'plan'; plan: number } | { kind: 'job'; job: JobView };

/** A page that may be that of a moment ago, from another place of the list. */
interface PlacedPage extends ItemsPage {
  offset: number;
}

/**
 * While the work goes on, its word comes several times a second. A page can take longer than that, and
 * one that begins anew with every word would never be there.
 */
const WHILE_RUNNING_MS = 1_000;

const KEPT_MS = 10_000;

/** Whatever this says again is the same list: a plan stays as it was made, and so does work that rests. */
export function keyOf(source: ItemSource): string {
  if (source.kind === 'plan') return `plan ${source.plan}`;
  const { id, state, sent, done, failed, conflicted, cancelled } = source.job;
  if (state === 'running') return `job ${id}`;
  return ['job', id, state, sent, done, failed, conflicted, cancelled].join(' ');
}

export function useItems(source: ItemSource, state: ItemState | null, window: RowWindow) {
  const items = { state, ...window };
  const isRunning = source.kind === 'job' && source.job.state === 'running';
  const { data, error, refetch } = useQuery<PlacedPage, CallError>({
    queryKey: ['items', keyOf(source), items],
    queryFn: async () => {
      const page = await (source.kind === 'job'
        ? call('job_items', items)
        : call('plan_items', { plan: source.plan, items }));
      return { ...page, offset: window.offset };
    },
    placeholderData: keepPreviousData as never,
    refetchInterval: isRunning && WHILE_RUNNING_MS,
    staleTime: isRunning ? 0 : Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    retry: false,
  });
  return { page: data, error, retry: () => void refetch() };
}
