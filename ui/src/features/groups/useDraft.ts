/**
 * A group as someone types it. Until the first letter it follows the group; from then on the form keeps
 * what was typed and what was seen before it, whatever becomes of the group meanwhile.
 */
import { useState } from 'react';
import { fieldsThatDiffer } from '@/ipc/forms';
import type { DeviceRef, GroupForm } from '@/ipc/generated/contract';

export interface Draft {
  name: string;
  description: string;
  devices: readonly DeviceRef[];
}

export function formOf({ name, description, devices }: Draft): GroupForm {
  return { name, description, devices: devices.map(({ id }) => id) };
}

/** Without the blanks around it that typing leaves; what was not touched stays to the letter. */
export function tidied(form: GroupForm, before: GroupForm): GroupForm {
  const tidy = (field: 'name' | 'description') =>
    form[field] === before[field] ? form[field] : form[field].trim();
  return { ...form, name: tidy('name'), description: tidy('description') };
}

/** `shown` is what the form begins with, `seen` what there is of the group before the change. */
export function useDraft(shown: Draft, seen: GroupForm) {
  const [typed, setTyped] = useState<{ draft: Draft; before: GroupForm } | null>(null);
  const { draft, before } = typed ?? { draft: shown, before: seen };
  const after = tidied(formOf(draft), before);
  const edit = (change: (draft: Draft) => Partial<Draft>) =>
    setTyped((latest) => {
      const from = latest ?? { draft: shown, before: seen };
      const next = { ...from.draft, ...change(from.draft) };
      const isAsShown = fieldsThatDiffer(formOf(next), formOf(shown)).length === 0;
      // Typed back to what is there: nothing to keep it from following the group again.
      return isAsShown ? null : { draft: next, before: from.before };
    });
  return {
    draft,
    before,
    after,
    isChanged: fieldsThatDiffer(before, after).length > 0,
    edit,
    discard: () => setTyped(null),
  };
}
