/** What a person can set of a group, compared. Devices count as a set: their order says nothing. */
import type { GroupField, GroupForm } from './generated/contract';

export const GROUP_FIELDS = ['name', 'description', 'devices'] as const satisfies GroupField[];

export const EMPTY_GROUP: Readonly<GroupForm> = { name: '', description: '', devices: [] };

/** The ids that `of` has and `from` lacks. */
export function idsBeyond(of: readonly string[], from: readonly string[]): string[] {
  const known = new Set(from);
  return of.filter((id) => !known.has(id));
}

/** The fields in which two forms differ. */
export function fieldsThatDiffer(a: GroupForm, b: GroupForm): GroupField[] {
  return GROUP_FIELDS.filter((field) =>
    field === 'devices'
      ? idsBeyond(a.devices, b.devices).length > 0 || idsBeyond(b.devices, a.devices).length > 0
      : a[field] !== b[field],
  );
}
