/** The filters of users by what they see. Who can't sign in sees nothing either way. */
import type { UserFilter, UserState } from '@/ipc/generated/contract';

/** All users, or those who can sign in and see nothing, or those whom nothing limits. */
export type SightFilter = 'any' | 'nothing' | 'all';

const state = (of: UserState) => ({ not: false, is: { kind: 'state' as const, state: of } });

export function userFilterOf(text: string, only: SightFilter): UserFilter {
  if (only === 'any') return { text, terms: [] };
  return { text, terms: [state('active'), state(only === 'nothing' ? 'seesNothing' : 'seesAll')] };
}
