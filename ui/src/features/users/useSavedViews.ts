/** The views of the table that the account keeps, and how they are changed: always all of them at once. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CallError, call } from '@/ipc/client';
import type { SavedView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

const query = viewQuery('saved_views', {});
const NONE: readonly SavedView[] = [];

export function useSavedViews() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(query);
  const saving = useMutation<SavedView[], CallError, (views: SavedView[]) => SavedView[]>({
    // One after the other, each over what the one before left.
    scope: { id: 'saved-views' },
    mutationFn: async (change) =>
      call('set_saved_views', { views: change(await queries.ensureQueryData(query)) }),
    onSuccess: (saved) => queries.setQueryData(query.queryKey, saved),
  });
  return {
    views: data ?? NONE,
    readError: error,
    readAgain: () => void refetch(),
    error: saving.error,
    isSaving: saving.isPending,
    /** Puts a view in the place of the one with its name, or behind all others. */
    save: (view: SavedView, onSaved: () => void) =>
      saving.mutate(
        (views) =>
          views.some(({ name }) => name === view.name)
            ? views.map((old) => (old.name === view.name ? view : old))
            : [...views, view],
        { onSuccess: onSaved },
      ),
    rename: (from: string, to: string, onSaved: () => void) =>
      saving.mutate(
        (views) => views.map((view) => (view.name === from ? { ...view, name: to } : view)),
        { onSuccess: onSaved },
      ),
    remove: (name: string) => saving.mutate((views) => views.filter((view) => view.name !== name)),
  };
}
