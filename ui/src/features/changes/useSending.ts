/**
 * Sends a change. The password that goes with it is read when it is sent, so that no cache of queries
 * or mutations ever holds it.
 */
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { type CallError, call } from '@/ipc/client';
import type { ChangeOutcome } from '@/ipc/generated/contract';
import type { PendingChange } from './pendingChange';

export function useSending(pending: PendingChange, onAnswer: (outcome: ChangeOutcome) => void) {
  const latest = useRef(pending);
  latest.current = pending;
  const { mutate, reset, isPending, error } = useMutation<ChangeOutcome, CallError, void>({
    mutationFn: () => call('change', latest.current),
    gcTime: 0,
  });
  return {
    isPending,
    error,
    reset,
    send: () => mutate(undefined, { onSuccess: onAnswer }),
  };
}
