/** Changes settings: a part of them, over what is set then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { Settings } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';

const query = viewQuery('settings', {});

export function useChangeSettings() {
  const queries = useQueryClient();
  const save = useMutation<Settings, CallError, Partial<Settings>>({
    // One after the other, each over what the one before left: a field that is left by a click on
    // another setting makes two changes at once.
    scope: { id: 'settings' },
    mutationFn: async (part) =>
      call('set_settings', { ...(await queries.ensureQueryData(query)), ...part }),
    onSuccess: (saved) => queries.setQueryData(query.queryKey, saved),
  });
  return { settings: useSettings(), error: save.error, change: save.mutate };
}
