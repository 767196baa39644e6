/** A change that is about to be sent, and how it is called. */
import type { GroupChange } from '@/ipc/generated/contract';

export interface PendingChange {
  change: GroupChange;
  /** The entry of the journal that it takes back. */
  undoes: number | null;
}

export type ChangeWord = GroupChange['kind'] | 'undo';

/** By which word a change goes: taking one back is undoing, whatever it does to the group. */
export function wordOf({ change, undoes }: PendingChange): ChangeWord {
  return undoes === null ? change.kind : 'undo';
}

/** The name by which a person knows the group that changes. */
export function nameOf(change: GroupChange): string {
  return change.kind === 'create' ? change.after.name : change.before.name;
}
