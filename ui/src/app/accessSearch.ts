/**
 * What the page of who sees what shows, as the search part of its address. Whatever an address holds, a
 * valid state comes out.
 */

export interface AccessSearch {
  /** From the side of the users; else of the devices. */
  view?: 'users';
  /** Only what nobody sees or who sees nothing; or users whom nothing limits. */
  only?: 'nothing' | 'all';
  /** The device or user that is open. */
  open?: string;
}

/** The router reads "17" as a number; ids are text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads the search part of an address. */
export function validateAccessSearch(search: Record<string, unknown>): AccessSearch {
  const isUsers = search.view === 'users';
  const open = textOf(search.open);
  const only = search.only === 'nothing' || (isUsers && search.only === 'all') ? search.only : null;
  return {
    ...(isUsers && { view: 'users' as const }),
    ...(only && { only }),
    ...(open && { open }),
  };
}
