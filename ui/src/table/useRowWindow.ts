/** Which rows of a long list to ask for, following what is on the screen. */
import { useCallback, useState } from 'react';
import { type RowWindow, windowAround } from './rowWindow';

export const FIRST_SCREEN = windowAround(0, 0);

/**
 * Another list begins at its top, whatever was scrolled to in the former one. `block` is left out where
 * rows are small.
 */
export function useRowWindow(listKey: string, block?: number) {
  const [asked, setAsked] = useState({ listKey, window: windowAround(0, 0, block) });
  const window: RowWindow = asked.listKey === listKey ? asked.window : windowAround(0, 0, block);
  const onVisible = useCallback(
    (first: number, last: number) => {
      const next = windowAround(first, last, block);
      setAsked((before) =>
        before.listKey === listKey &&
        before.window.offset === next.offset &&
        before.window.limit === next.limit
          ? before
          : { listKey, window: next },
      );
    },
    [listKey, block],
  );
  return { window, onVisible };
}
