/** What was sent, asked again when it moved, and now and then because a rate falls while nothing is sent. */
import { useQuery } from '@tanstack/react-query';
import { ownZone } from '@/format/sheet';
import { viewQuery } from '@/ipc/queries';

const AGAIN_MS = 15_000;

export function useUsage() {
  return useQuery({
    ...viewQuery('usage', { timeZone: ownZone() }),
    refetchInterval: AGAIN_MS,
  });
}
