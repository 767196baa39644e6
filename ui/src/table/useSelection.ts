/** The chosen rows of a table, from one filter to the next. */
import { useCallback, useMemo, useState } from 'react';
import {
  countOf,
  EVERYTHING,
  NOTHING,
  type Selection,
  underOtherFilter,
  withRows,
} from './selection';

interface Options {
  /** Changes with the filter, not with the order. */
  filterKey: string;
  /** How many the filter lets through; undefined while that is not known. */
  matched: number | undefined;
}

/** What a change of the filter did to the selection. */
export type FilterEffect = 'none' | 'kept' | 'dropped';

export interface Chosen {
  selection: Selection;
  count: number;
  filterEffect: FilterEffect;
  choose(ids: readonly string[], chosen: boolean): void;
  chooseAll(): void;
  clear(): void;
}

interface State {
  filterKey: string;
  selection: Selection;
  filterEffect: FilterEffect;
}

export function useSelection({ filterKey, matched = 0 }: Options): Chosen {
  const [state, setState] = useState<State>({
    filterKey,
    selection: NOTHING,
    filterEffect: 'none',
  });
  const current = state.filterKey === filterKey ? state : movedTo(state, filterKey);
  // Before anything is drawn with it: nobody may act on the list of a moment ago.
  if (current !== state) setState(current);

  const set = useCallback(
    (change: (before: Selection) => Selection) =>
      setState((before) => {
        const selection = change(before.selection);
        const isEmpty = selection.kind === 'ids' && selection.ids.size === 0;
        const filterEffect =
          isEmpty || before.filterEffect === 'dropped' ? 'none' : before.filterEffect;
        return { ...before, selection, filterEffect };
      }),
    [],
  );
  const choose = useCallback(
    (ids: readonly string[], chosen: boolean) => set((before) => withRows(before, ids, chosen)),
    [set],
  );
  const chooseAll = useCallback(() => set(() => EVERYTHING), [set]);
  const clear = useCallback(() => set(() => NOTHING), [set]);

  const { selection, filterEffect } = current;
  const count = countOf(selection, matched);
  return useMemo(
    () => ({ selection, count, filterEffect, choose, chooseAll, clear }),
    [selection, count, filterEffect, choose, chooseAll, clear],
  );
}

function movedTo(before: State, filterKey: string): State {
  const selection = underOtherFilter(before.selection);
  const isDropped = selection !== before.selection;
  const hasRows = selection.kind === 'ids' && selection.ids.size > 0;
  return {
    filterKey,
    selection,
    filterEffect: isDropped ? 'dropped' : hasRows ? 'kept' : 'none',
  };
}
