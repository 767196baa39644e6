/**
 * Asks for what the first screen shows before React has drawn anything: each answer takes its turn
 * through the window's one channel, and a list that is there at once is drawn once.
 */
import type { QueryClient } from '@tanstack/react-query';
import { firstRowsQuery } from '@/features/devices/useDeviceRows';
import { viewQuery } from '@/ipc/queries';
import { filterOf, sortOf } from './deviceSearch';

export function askAhead(queries: QueryClient): void {
  void queries.prefetchQuery(viewQuery('session', {}));
  void queries.prefetchQuery(viewQuery('settings', {}));
  // These fail where nobody is signed in yet; then who shows them asks again.
  void queries.prefetchQuery(firstRowsQuery(filterOf({}), sortOf({})));
  void queries.prefetchQuery(viewQuery('status', {}));
  void queries.prefetchQuery(viewQuery('groups', {}));
  void queries.prefetchQuery(viewQuery('losses', {}));
}
