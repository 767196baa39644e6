/** The rows of the users' table that are on the screen, and a little around them. */
import { useQuery } from '@tanstack/react-query';
import type { UserFilter, UserSort } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';

/** Pages that were scrolled past are soon forgotten. */
const KEPT_MS = 10_000;

export function useUserRows(filter: UserFilter, sort: UserSort) {
  const listKey = JSON.stringify([filter, sort]);
  const { window, onVisible } = useRowWindow(listKey);
  const query = useQuery({
    ...viewQuery('user_rows', { filter, sort, ...window }),
    gcTime: KEPT_MS,
  });
  return {
    /** What is known; of the former list while a new one is on its way. */
    page: query.data,
    error: query.error,
    /** Whether `page` answers another question than the present one. */
    isOutdated: query.isPlaceholderData,
    /** Changes with the list: another filter or another order. */
    listKey,
    onVisible,
    tryAgain: () => void query.refetch(),
  };
}
