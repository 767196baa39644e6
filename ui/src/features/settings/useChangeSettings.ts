/** Changes settings: a part of them, over what is set now. */
import type { Settings } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';

export function useChangeSettings() {
  const settings = useSettings();
  const save = useCommand('set_settings');
  return {
    settings,
    error: save.error,
    change: (part: Partial<Settings>) => save.mutate({ ...settings, ...part }),
  };
}
