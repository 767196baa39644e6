/** Opens the demo or signs out; the page follows the answer at once, before the event comes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ArgsOf, type CallError, call } from '@/ipc/client';
import type { SessionView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

export function useSessionCommand<N extends 'explore_demo' | 'sign_out'>(name: N) {
  const queries = useQueryClient();
  return useMutation<SessionView, CallError, ArgsOf<N>>({
    mutationFn: (args) => call(name, args),
    onSuccess: (session) => queries.setQueryData(viewQuery('session', {}).queryKey, session),
  });
}
