/**
 * Which rows are chosen, to do something with all of them: some by their ids, or all that a filter lets
 * through but for some. Pure; who shows the rows knows how many the filter lets through.
 */

export type Selection =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'matching'; readonly except: ReadonlySet<string> };

export const NOTHING: Selection = { kind: 'ids', ids: new Set() };

/** All that the filter lets through, also those that come later. */
export const EVERYTHING: Selection = { kind: 'matching', except: new Set() };

export function isChosen(selection: Selection, id: string): boolean {
  return selection.kind === 'ids' ? selection.ids.has(id) : !selection.except.has(id);
}

function changed(set: ReadonlySet<string>, ids: Iterable<string>, isIn: boolean): Set<string> {
  const next = new Set(set);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** With some rows chosen or not. */
export function withRows(selection: Selection, ids: Iterable<string>, chosen: boolean): Selection {
  return selection.kind === 'ids'
    ? { kind: 'ids', ids: changed(selection.ids, ids, chosen) }
    : { kind: 'matching', except: changed(selection.except, ids, !chosen) };
}

/** How many are chosen, where the filter lets so many through. */
export function countOf(selection: Selection, matched: number): number {
  return selection.kind === 'ids'
    ? selection.ids.size
    : Math.max(0, matched - selection.except.size);
}

/** What the box in the header shows. */
export function shareOf(selection: Selection, matched: number): 'none' | 'some' | 'all' {
  const count = countOf(selection, matched);
  if (count === 0) return 'none';
  return selection.kind === 'matching' && selection.except.size === 0 ? 'all' : 'some';
}

/**
 * What is left of it under another filter. Rows that were chosen one by one stay: people search for one
 * after the other. All of a list that is no longer shown would be something that nobody sees.
 */
export function underOtherFilter(selection: Selection): Selection {
  return selection.kind === 'ids' ? selection : NOTHING;
}

/** As the backend takes it, with the filter that is in force. */
export function selectionOf<F>(selection: Selection, filter: F) {
  return selection.kind === 'ids'
    ? { kind: 'ids' as const, ids: [...selection.ids] }
    : { kind: 'matching' as const, filter, except: [...selection.except] };
}
