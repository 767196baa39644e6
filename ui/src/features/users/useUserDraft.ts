/**
 * A user as someone types it. Until the first letter it follows the user; from then on the form keeps
 * what was typed and what was seen before it, whatever becomes of the user meanwhile.
 */
import { useState } from 'react';
import { fieldsThatDiffer } from '@/ipc/forms';
import type { UserForm } from '@/ipc/generated/contract';

const TYPED = ['name', 'email', 'country', 'timeZone', 'description', 'message'] as const;

/** Without the blanks around it that typing leaves; what was not touched stays to the letter. */
export function tidied(form: UserForm, before: UserForm): UserForm {
  const tidy = { ...form };
  for (const field of TYPED) {
    if (form[field] !== before[field]) tidy[field] = form[field].trim();
  }
  return tidy;
}

/** `shown` is what the form begins with, `seen` what there is of the user before the change. */
export function useUserDraft(shown: UserForm, seen: UserForm) {
  const [typed, setTyped] = useState<{ draft: UserForm; before: UserForm } | null>(null);
  const { draft, before } = typed ?? { draft: shown, before: seen };
  const after = tidied(draft, before);
  const edit = (part: Partial<UserForm>) =>
    setTyped((latest) => {
      const from = latest ?? { draft: shown, before: seen };
      const next = { ...from.draft, ...part };
      const isAsShown = JSON.stringify(next) === JSON.stringify(shown);
      // Typed back to what is there: nothing to keep it from following the user again.
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
