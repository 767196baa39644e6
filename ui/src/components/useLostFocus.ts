/** Gives the focus a place again where what had it is gone: a line that was dealt with, a field that was used. */
import { useEffect, useRef } from 'react';

/** `next` says where to, once `changed` has another value; a focus that lies elsewhere stays there. */
export function useLostFocus(changed: unknown, next: () => HTMLElement | null | undefined): void {
  const latest = useRef(next);
  latest.current = next;
  const before = useRef(changed);
  useEffect(() => {
    if (before.current === changed) return;
    before.current = changed;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) latest.current()?.focus();
  }, [changed]);
}
