/** Tells the backend which rows are in sight, so that those are asked about first. */
import { useCallback, useEffect, useRef } from 'react';
import { call } from '@/ipc/client';
import type { DeviceFilter, RowsLook, Sort } from '@/ipc/generated/contract';

/** Rows that are only scrolled past are not looked at. */
const SETTLED_MS = 250;

/** A look counts for 90 seconds in the backend. */
const REPEAT_MS = 45_000;

export function useSight(filter: DeviceFilter, sort: Sort) {
  const look = useRef<RowsLook | null>(null);
  const settling = useRef(0);
  const tell = useCallback(() => {
    // Whatever stands in the way shows in the list itself.
    if (look.current) call('look_at_rows', look.current).catch(() => {});
  }, []);

  useEffect(() => {
    const repeating = window.setInterval(tell, REPEAT_MS);
    return () => {
      window.clearInterval(repeating);
      window.clearTimeout(settling.current);
    };
  }, [tell]);

  return useCallback(
    (first: number, last: number) => {
      look.current = { filter, sort, first, last };
      window.clearTimeout(settling.current);
      settling.current = window.setTimeout(tell, SETTLED_MS);
    },
    [filter, sort, tell],
  );
}
