/** Chooses rows by pointer and keyboard: one, from the last one to another, or all. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RowChoice } from './rowChoice';
import { isChosen } from './selection';

interface Options<TRow extends object> {
  choice: RowChoice<TRow> | undefined;
  rowAt(index: number): TRow | undefined;
  rowId(row: TRow): string;
  /** Where the last row was chosen means nothing in another list. */
  listKey: string;
}

export function useRowChoice<TRow extends object>(options: Options<TRow>) {
  const { listKey } = options;
  const anchor = useRef<number | null>(null);
  const latest = useRef(options);
  latest.current = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the list that matters.
  useEffect(() => {
    anchor.current = null;
  }, [listKey]);

  /** The row becomes what it was not; with `extend`, all from the last chosen one to it do. */
  const toggle = (index: number, extend: boolean) => {
    const { choice, rowAt, rowId } = latest.current;
    const row = rowAt(index);
    if (!choice || !row) return;
    const chosen = !isChosen(choice.selection, rowId(row));
    const from = anchor.current;
    anchor.current = index;
    if (!extend || from === null || from === index) {
      choice.choose([rowId(row)], chosen);
      return;
    }
    const asked = latest.current.listKey;
    choice.idsBetween(Math.min(from, index), Math.max(from, index)).then(
      (ids) => {
        if (latest.current.listKey === asked) choice.choose(ids, chosen);
      },
      () => {
        // What could not be found out is not chosen; the row itself is.
        choice.choose([rowId(row)], chosen);
      },
    );
  };

  /** Whether the key was about choosing. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, activeIndex: number): boolean => {
    const { choice } = latest.current;
    if (!choice) return false;
    if (event.key === 'Escape' && choice.share !== 'none') {
      // The panel beside it closes with the next one.
      event.stopPropagation();
      choice.clear();
      return true;
    }
    const isOnRow = event.target instanceof HTMLElement && 'index' in event.target.dataset;
    if (!isOnRow) return false;
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      choice.chooseAll();
      return true;
    }
    if (event.key === ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      toggle(activeIndex, event.shiftKey);
      return true;
    }
    return false;
  };

  return { toggle, onKeyDown };
}
