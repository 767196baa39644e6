/** How many rows a filter lets through, as long as that is known: of the former filter it is not. */
import { useRef } from 'react';

export function useMatched(
  filterKey: string,
  matched: number | undefined,
  isOutdated: boolean,
): number | undefined {
  const known = useRef<{ filterKey: string; matched: number } | null>(null);
  // While another part of the same list is read, what is shown is outdated and the count is not.
  if (!isOutdated && matched !== undefined) known.current = { filterKey, matched };
  return known.current?.filterKey === filterKey ? known.current.matched : undefined;
}
