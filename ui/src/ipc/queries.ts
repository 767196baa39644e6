/**
 * Commands as queries: keyed by the view that they show, so that one event makes all that show it
 * ask again.
 */
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { platform } from '@/platform';
import { type ArgsOf, type CallError, type CommandName, call, type ResultOf } from './client';
import { type ViewName, viewOf } from './generated/contract';

export type ViewCommand = keyof typeof viewOf & CommandName;

/**
 * The query of a command that shows a view. What was shown stays until the new answer is there, so
 * a list never flashes empty.
 */
export function viewQuery<N extends ViewCommand>(name: N, args: ArgsOf<N>) {
  return queryOptions<ResultOf<N>, CallError>({
    queryKey: [viewOf[name], name, args],
    queryFn: () => call(name, args),
    placeholderData: keepPreviousData as never,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** A command that changes something. What it changes moves by itself, through the backend's event. */
export function useCommand<N extends CommandName>(name: N) {
  return useMutation<ResultOf<N>, CallError, ArgsOf<N>>({
    mutationFn: (args) => call(name, args),
  });
}

/** Makes every shown view ask again when the backend says that it moved. */
export function useMovedViews(): void {
  const queries: QueryClient = useQueryClient();
  useEffect(() => {
    const unseen = new Set<ViewName>();
    const askAgain = (views: Iterable<ViewName>) => {
      for (const view of views) void queries.invalidateQueries({ queryKey: [view] });
    };
    const stop = platform.onMoved(({ views }) => {
      // What nobody sees is drawn when somebody does.
      if (!document.hidden) askAgain(views);
      else for (const view of views) unseen.add(view);
    });
    const catchUp = () => {
      if (document.hidden) return;
      askAgain(unseen);
      unseen.clear();
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', catchUp);
    };
  }, [queries]);
}
