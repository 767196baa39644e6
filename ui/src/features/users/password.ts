/** The password that a user is to get, as far as it is decided. It stays in the form and in no cache. */
import type { PasswordArgs } from '@/ipc/generated/contract';

export type PasswordDraft =
  | { kind: 'none' }
  | { kind: 'typed'; password: string; again: string }
  | { kind: 'generated'; number: number };

export const NO_PASSWORD: PasswordDraft = { kind: 'none' };

/** Whether it can be sent as it stands; nothing typed yet can't. */
export function isReady(draft: PasswordDraft): boolean {
  if (draft.kind !== 'typed') return true;
  return draft.password !== '' && draft.password === draft.again;
}

/** What is sent along. */
export function passwordArgsOf(draft: PasswordDraft): PasswordArgs | null {
  switch (draft.kind) {
    case 'none':
      return null;
    case 'typed':
      return { kind: 'typed', password: draft.password };
    case 'generated':
      return { kind: 'generated', number: draft.number };
  }
}
