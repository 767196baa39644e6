/**
 * What the users page shows, as the search part of its address: the filter as chips, word for word, the
 * order, and the open user, or a new one, which may begin as a copy. Whatever an address holds, a valid
 * state comes out.
 */
import type { UserSort, UserSortKey } from '@/ipc/generated/contract';

/** Stands in the place of an id for the user that is not there yet. */
export const NEW_USER = 'new';

const SORT_KEYS = [
  'name',
  'email',
  'state',
  'group',
  'device',
  'sees',
  'privileges',
  'country',
  'timeZone',
  'description',
  'message',
  'adminDevices',
  'from',
  'expires',
  'creation',
  'modification',
  'lastLogin',
] as const satisfies readonly UserSortKey[];

/** Parts that are at their default are left out of the address. */
export interface UserSearch {
  /** What was typed as chips. */
  chips?: string[];
  /** Words that are no chip. */
  text?: string;
  sort?: UserSortKey;
  dir?: 'desc';
  user?: string;
  /** The user that a new one begins as a copy of. */
  copyOf?: string;
}

export function isUserSortKey(value: unknown): value is UserSortKey {
  return SORT_KEYS.some((key) => key === value);
}

/** The router reads "17" as a number; ids and words are text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads the search part of an address. */
export function validateUserSearch(search: Record<string, unknown>): UserSearch {
  const listed = Array.isArray(search.chips) ? search.chips : [search.chips];
  const chips = [...new Set(listed.map(textOf).filter(Boolean))];
  const text = textOf(search.text);
  const user = textOf(search.user);
  const copyOf = user === NEW_USER ? textOf(search.copyOf) : '';
  return {
    ...(chips.length > 0 && { chips }),
    ...(text && { text }),
    ...(isUserSortKey(search.sort) && search.sort !== 'name' && { sort: search.sort }),
    ...(search.dir === 'desc' && { dir: 'desc' as const }),
    ...(user && { user }),
    ...(copyOf && { copyOf }),
  };
}

/** In which order the page shows the users. */
export function userSortOf(search: UserSearch): UserSort {
  return { key: search.sort ?? 'name', descending: search.dir === 'desc' };
}
