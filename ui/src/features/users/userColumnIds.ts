/** The columns of the users' table by their names: all that the service tells of a user. */
import type { UserSortKey } from '@/ipc/generated/contract';

export const USER_COLUMNS = [
  'name',
  'email',
  'state',
  'sees',
  'privileges',
  'expires',
  'lastLogin',
  'group',
  'device',
  'country',
  'timeZone',
  'description',
  'message',
  'disabledMessage',
  'tags',
  'adminDevices',
  'from',
  'creation',
  'modification',
  'id',
] as const;

export type UserColumn = (typeof USER_COLUMNS)[number];

/** What most people look for. */
export const STANDARD_COLUMNS: readonly UserColumn[] = USER_COLUMNS.slice(0, 7);

const UNSORTED: readonly UserColumn[] = ['disabledMessage', 'tags', 'id'];

/** The key that a column's header sorts by; they share their names. */
export function userSortKeyOf(columnId: string): UserSortKey | undefined {
  return USER_COLUMNS.find(
    (id): id is UserColumn & UserSortKey => id === columnId && !UNSORTED.includes(id),
  );
}
