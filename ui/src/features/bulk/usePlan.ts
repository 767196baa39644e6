/** What a task would do: worked out anew for each preview, since the answer of a moment ago may be wrong. */
import { useQuery } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { BulkTask, PlanView } from '@/ipc/generated/contract';

export function usePlan(task: BulkTask) {
  return useQuery<PlanView, CallError>({
    queryKey: ['plan', task],
    queryFn: () => call('plan', task),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
