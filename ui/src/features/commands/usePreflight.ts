/** Where the first vehicle of a command is: asked when the dialog opens and when a person asks again. */
import { useQuery } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { DeviceSelection, Preflight } from '@/ipc/generated/contract';

export function usePreflight(devices: DeviceSelection) {
  return useQuery<Preflight, CallError>({
    queryKey: ['preflight', devices],
    queryFn: () => call('preflight', devices),
    retry: false,
    // Each opening asks anew; nothing else does.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
