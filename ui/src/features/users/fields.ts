/** What each part of the form gets: the user as typed, and how to type on. */
import type { UserForm } from '@/ipc/generated/contract';

/** Fields that the service wants something in. */
export const NEEDED = [
  'name',
  'email',
  'country',
  'timeZone',
] as const satisfies (keyof UserForm)[];

export interface FieldsProps {
  draft: UserForm;
  /** What is wrong with which field. */
  errors: Readonly<Partial<Record<keyof UserForm, string>>>;
  edit(part: Partial<UserForm>): void;
}
