/** The row that the keyboard stands on: one stop of the tab order for the whole table. */
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

interface Options {
  /** The row, among `rowCount`. */
  index: number;
  setIndex(index: number): void;
  scroller: RefObject<HTMLElement | null>;
  rowCount: number;
  rowPx: number;
  scrollTo(index: number): void;
  onEnter(index: number): void;
  onEscape(): void;
}

export function useActiveRow(options: Options) {
  const { index, setIndex, scroller, rowCount, rowPx, scrollTo, onEnter, onEscape } = options;
  const focusIsDue = useRef(false);

  const focus = useCallback(() => {
    scroller.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus({
      preventScroll: true,
    });
  }, [scroller]);

  // After the row that takes the focus was drawn.
  useLayoutEffect(() => {
    if (!focusIsDue.current) return;
    focusIsDue.current = false;
    focus();
  });

  const moveTo = (target: number) => {
    const next = Math.max(0, Math.min(target, rowCount - 1));
    focusIsDue.current = true;
    setIndex(next);
    scrollTo(next);
    if (next === index) focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      onEscape();
      return;
    }
    const isOnRow = event.target instanceof HTMLElement && 'index' in event.target.dataset;
    if (!isOnRow || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2);
    const targets: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rowCount - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onEnter(index);
    }
  };

  return { focus, onKeyDown };
}
