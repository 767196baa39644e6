/**
 * Does a thing at once, and not again before the page has painted: of what is asked for meanwhile only
 * the last is done, right after that. A quick computer answers each keystroke, a slow one never falls
 * behind what is typed.
 */
import { useCallback, useEffect, useRef } from 'react';

export function useOncePainted<T>(act: (value: T) => void): (value: T) => void {
  const latest = useRef(act);
  latest.current = act;
  const isPainting = useRef(false);
  const waiting = useRef<{ value: T } | null>(null);

  useEffect(
    () => () => {
      waiting.current = null;
    },
    [],
  );

  return useCallback((first: T) => {
    if (isPainting.current) {
      waiting.current = { value: first };
      return;
    }
    const start = (value: T) => {
      isPainting.current = true;
      waiting.current = null;
      latest.current(value);
      afterPaint(() => {
        isPainting.current = false;
        if (waiting.current) start(waiting.current.value);
      });
    };
    start(first);
  }, []);
}

/** The next task comes after the frame that the callback belongs to. */
function afterPaint(then: () => void) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}
