/**
 * What the groups page shows, as the search part of its address: the open group, or a new one, which
 * may begin as a copy. Whatever an address holds, a valid state comes out.
 */

/** Stands in the place of an id for the group that is not there yet. */
export const NEW_GROUP = 'new';

export interface GroupSearch {
  group?: string;
  /** The group that a new one begins as a copy of. */
  copyOf?: string;
}

/** The router reads "17" as a number; ids are text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads the search part of an address. */
export function validateGroupSearch(search: Record<string, unknown>): GroupSearch {
  const group = textOf(search.group);
  const copyOf = group === NEW_GROUP ? textOf(search.copyOf) : '';
  return { ...(group && { group }), ...(copyOf && { copyOf }) };
}
