/** What a person's change becomes over what someone else made of the same thing meanwhile. */
import { type Form, fieldsThatDiffer } from '@/ipc/forms';
import type { Conflict, Field } from '@/ipc/generated/contract';

export type Side = 'theirs' | 'mine';
export type Choices = Readonly<Partial<Record<Field, Side>>>;

/** The three states that meet: as the person saw it, as they want it, as it is now. */
export interface Meeting<F extends Form> {
  before: F;
  mine: F;
  theirs: F;
}

/** Whether every field that both changed has been decided. */
export function isDecided(conflicts: readonly Pick<Conflict, 'field'>[], choices: Choices) {
  return conflicts.every(({ field }) => choices[field] !== undefined);
}

/**
 * What there is now, with the fields where the person chose their own. A field that only they changed
 * stays as they want it: nobody stands against it.
 */
export function mergeConflicts<F extends Form>(
  { before, mine, theirs }: Meeting<F>,
  conflicts: readonly Pick<Conflict, 'field'>[],
  choices: Choices,
): F {
  const isConflict = (field: Field) => conflicts.some((conflict) => conflict.field === field);
  const merged = { ...theirs };
  for (const field of fieldsThatDiffer(before, mine)) {
    if (!isConflict(field) || choices[field] === 'mine') copy(merged, mine, field);
  }
  return merged;
}

function copy<F, K extends keyof F>(to: F, from: F, field: K): void {
  to[field] = from[field];
}
