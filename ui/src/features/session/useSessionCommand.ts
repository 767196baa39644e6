/** Opens the demo or signs out; the page follows the answer at once, before the event comes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { SessionView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

export function useSessionCommand(name: 'explore_demo' | 'sign_out') {
  const queries = useQueryClient();
  return useMutation<SessionView, CallError, void>({
    mutationFn: () => call(name, {}),
    onSuccess: (session) => queries.setQueryData(viewQuery('session', {}).queryKey, session),
  });
}
