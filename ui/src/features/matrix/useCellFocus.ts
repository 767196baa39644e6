/** The cell that the keyboard stands on: one stop of the tab order for the whole grid. */
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export interface Place {
  row: number;
  column: number;
}

interface Options {
  scroller: RefObject<HTMLElement | null>;
  rows: number;
  columns: number;
  page: number;
  scrollTo(place: Place): void;
  onFlip(place: Place): void;
}

export function useCellFocus(options: Options) {
  const { scroller, rows, columns, page, scrollTo, onFlip } = options;
  const [wanted, setPlace] = useState<Place>({ row: 0, column: 0 });
  const place = {
    row: Math.max(0, Math.min(wanted.row, rows - 1)),
    column: Math.max(0, Math.min(wanted.column, columns - 1)),
  };
  const focusIsDue = useRef(false);

  // After the cell that takes the focus was drawn.
  useLayoutEffect(() => {
    if (!focusIsDue.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    if (!cell) return;
    focusIsDue.current = false;
    cell.focus({ preventScroll: true });
  });

  const moveTo = useCallback(
    (next: Place) => {
      focusIsDue.current = true;
      setPlace(next);
      scrollTo(next);
    },
    [scrollTo],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isOnCell = event.target instanceof HTMLElement && 'cell' in event.target.dataset;
    if (!isOnCell || event.altKey || event.metaKey) return;
    const along = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const { row, column } = place;
    const last = { row: rows - 1, column: columns - 1 };
    const targets: Record<string, Place> = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + along },
      ArrowLeft: { row, column: column - along },
      PageDown: { row: row + page, column },
      PageUp: { row: row - page, column },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? last.row : row, column: last.column },
    };
    const target = targets[event.key];
    if (target) {
      event.preventDefault();
      moveTo({
        row: Math.max(0, Math.min(target.row, last.row)),
        column: Math.max(0, Math.min(target.column, last.column)),
      });
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onFlip(place);
    }
  };

  return { place, setPlace, onKeyDown };
}
