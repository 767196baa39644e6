/** What a person's change becomes over what someone else made of the group meanwhile. */
import type { GroupConflict, GroupField, GroupForm } from '@/ipc/generated/contract';
import { fieldsThatDiffer } from '@/ipc/groupForm';

export type Side = 'theirs' | 'mine';
export type Choices = Readonly<Partial<Record<GroupField, Side>>>;

/** The three states that meet: as the person saw it, as they want it, as it is now. */
export interface Meeting {
  before: GroupForm;
  mine: GroupForm;
  theirs: GroupForm;
}

/** Whether every field that both changed has been decided. */
export function isDecided(conflicts: readonly GroupConflict[], choices: Choices): boolean {
  return conflicts.every(({ field }) => choices[field] !== undefined);
}

/**
 * The group as it is now, with the fields where the person chose their own. A field that only they
 * changed stays as they want it: nobody stands against it.
 */
export function mergeConflicts(
  { before, mine, theirs }: Meeting,
  conflicts: readonly GroupConflict[],
  choices: Choices,
): GroupForm {
  const isConflict = (field: GroupField) => conflicts.some((conflict) => conflict.field === field);
  const changed = fieldsThatDiffer(before, mine);
  const isMine = (field: GroupField) =>
    isConflict(field) ? choices[field] === 'mine' : changed.includes(field);
  return {
    name: isMine('name') ? mine.name : theirs.name,
    description: isMine('description') ? mine.description : theirs.description,
    devices: isMine('devices') ? mine.devices : theirs.devices,
  };
}
