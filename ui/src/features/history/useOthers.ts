/** What is known of the same days of further devices. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HistoryQuery } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { MOST_OTHERS, type Other } from './others';
import { own, wholeRoute } from './useRoutes';

const MOST_PARTS = 4 * MOST_OTHERS;

interface Others {
  others: Other[];
  /** Reads again what could not be read. */
  readAgain(): void;
}

export function useOthers(days: HistoryQuery, ids: readonly string[]): Others {
  const queries = ids.map((id) => ({ ...days, id }));
  const routes = useQueries({
    queries: queries.map((each) => viewQuery('route', wholeRoute(each))),
  });
  const journeys = useQueries({ queries: queries.map((each) => viewQuery('journeys', each)) });
  const known = useQueries({ queries: queries.map((each) => viewQuery('history_days', each)) });
  const read = ids.map((id, at): Other => {
    const found = journeys[at] && own(journeys[at]);
    return {
      device: found?.device ?? { id, name: id, isListed: true },
      route: routes[at] && own(routes[at]),
      journeys: found,
      days: known[at] && own(known[at]),
      problem: routes[at]?.error ?? journeys[at]?.error ?? known[at]?.error ?? null,
    };
  });
  // The same as long as nothing of it changed: map and playback hold on to it.
  const parts = read.flatMap(({ route, journeys, days, problem }) => [
    route,
    journeys,
    days,
    problem,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are what it is made of.
  const others = useMemo(() => read, [JSON.stringify(ids), ...padded(parts)]);
  const readAgain = () => {
    for (const query of [...routes, ...journeys, ...known]) if (query.error) void query.refetch();
  };
  return { others, readAgain };
}

/** As many as there can be, since the number of dependencies may not change. */
function padded(parts: readonly unknown[]): unknown[] {
  return Array.from({ length: MOST_PARTS }, (_, at) => parts[at]);
}
