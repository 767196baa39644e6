/** The settings, wherever they are needed, and how a part of them is changed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CallError, call } from './client';
import { defaultSettings, type Settings } from './generated/contract';
import { viewQuery } from './queries';

const query = viewQuery('settings', {});

/** The settings; those of someone who set nothing until they are read. */
export function useSettings(): Settings {
  return useQuery(query).data ?? defaultSettings;
}

/** A part of the settings; a part of a part follows from what is set by then. */
type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

/** Changes a part of the settings, over what is set then. */
export function useChangeSettings() {
  const queries = useQueryClient();
  const save = useMutation<Settings, CallError, Change>({
    // One after the other, each over what the one before left: a field that is left by a click on
    // another setting makes two changes at once.
    scope: { id: 'settings' },
    mutationFn: async (part) => {
      const settings = await queries.ensureQueryData(query);
      const changed = typeof part === 'function' ? part(settings) : part;
      return call('set_settings', { ...settings, ...changed });
    },
    onSuccess: (saved) => queries.setQueryData(query.queryKey, saved),
  });
  return { settings: useSettings(), error: save.error, change: save.mutate };
}
