/** A change that is about to be sent, and how it is called. */
import { nameOfForm } from '@/ipc/forms';
import type { AnyChange, AnyForm, ChangeArgs } from '@/ipc/generated/contract';

export type PendingChange = ChangeArgs;

export type ChangeWord = AnyChange['change']['kind'] | 'undo';

/** By which word a change goes: taking one back is undoing, whatever it does. */
export function wordOf({ change, undoes }: PendingChange): ChangeWord {
  return undoes === null ? change.change.kind : 'undo';
}

/** What it is to be; null for a deletion. */
export function afterOf({ subject, change }: AnyChange): AnyForm | null {
  return change.kind === 'delete' ? null : ({ subject, form: change.after } as AnyForm);
}

/** What the person saw of it; null for something new. */
export function beforeOf({ subject, change }: AnyChange): AnyForm | null {
  return change.kind === 'create' ? null : ({ subject, form: change.before } as AnyForm);
}

/** The name by which a person knows what changes. */
export function nameOf(change: AnyChange): string {
  const form = beforeOf(change) ?? afterOf(change);
  return form ? nameOfForm(form) : '';
}

/** Something new. */
export function creationOf({ subject, form }: AnyForm): AnyChange {
  return { subject, change: { kind: 'create', after: form } } as AnyChange;
}

/** The same edit or deletion, over what there is of it now. */
export function rebased(change: AnyChange, theirs: AnyForm, after: AnyForm | null): AnyChange {
  const { subject } = change;
  const { kind } = change.change;
  if (kind === 'create') return change;
  const { id } = change.change;
  return (
    after === null || kind === 'delete'
      ? { subject, change: { kind: 'delete', id, before: theirs.form } }
      : { subject, change: { kind: 'edit', id, before: theirs.form, after: after.form } }
  ) as AnyChange;
}

/** Shutting a user out in the place of deleting it; null where that makes no sense. */
export function disablingInstead({ subject, change }: AnyChange): AnyChange | null {
  if (subject !== 'user' || change.kind !== 'delete' || change.before.disabled) return null;
  const { id, before } = change;
  return { subject, change: { kind: 'edit', id, before, after: { ...before, disabled: true } } };
}
