/** Who closes a panel from inside it goes on in the table. */
import { type RefObject, useEffect, useRef } from 'react';
import type { VirtualTableHandle } from './VirtualTable';

export function useFocusAfterClose(
  table: RefObject<VirtualTableHandle | null>,
  selected: string | null,
): void {
  const wasSelected = useRef(selected);
  useEffect(() => {
    const isClosed = wasSelected.current !== null && selected === null;
    wasSelected.current = selected;
    if (isClosed && document.activeElement === document.body) table.current?.focus();
  }, [table, selected]);
}
