/**
 * Passwords that the app made, by their numbers. They stay in the backend until someone asks to see one,
 * and what is seen goes to who asked and into no cache.
 */
import { useMemo, useRef } from 'react';
import { call } from '@/ipc/client';

export interface Generated {
  make(): Promise<number>;
  /** Shows it, the only time. */
  show(number: number): Promise<string>;
  isShown(number: number): boolean;
  /** Keeps it when the form goes: it was sent, and may be shown yet. */
  keep(number: number): void;
  isKept(number: number): boolean;
  forget(number: number): void;
}

export function useGenerated(): Generated {
  const shown = useRef(new Set<number>());
  const kept = useRef(new Set<number>());
  return useMemo(
    () => ({
      make: async () => (await call('generate_password', {})).number,
      show: async (number) => {
        const { password } = await call('show_password', { number });
        shown.current.add(number);
        return password;
      },
      isShown: (number) => shown.current.has(number),
      keep: (number) => kept.current.add(number),
      isKept: (number) => kept.current.has(number),
      forget: (number) => {
        kept.current.delete(number);
        call('forget_password', { number }).catch(() => {
          // The backend forgets it with the account.
        });
      },
    }),
    [],
  );
}
