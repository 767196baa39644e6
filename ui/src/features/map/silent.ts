/** The silent left out of a filter by status, and taken in again. Pure. */
import { STATUSES } from '@/format/status';
import type { Status } from '@/ipc/generated/contract';

/** Whether a filter by these statuses hides the silent. */
export function hidesSilent(statuses: readonly Status[]): boolean {
  return statuses.length > 0 && !statuses.includes('silent');
}

/** The statuses without the silent, or with them again; none means every one. */
export function toggleSilent(statuses: readonly Status[]): Status[] {
  const next = hidesSilent(statuses)
    ? STATUSES.filter((status) => status === 'silent' || statuses.includes(status))
    : STATUSES.filter(
        (status) => status !== 'silent' && (!isNarrow(statuses) || statuses.includes(status)),
      );
  return next.length === STATUSES.length ? [] : next;
}

/** Whether something would be left without the silent. */
function isNarrow(statuses: readonly Status[]): boolean {
  return statuses.some((status) => status !== 'silent');
}
