/** What the matrix shows: the devices of the rows in view, and the members of the groups in view. */
import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallError } from '@/ipc/client';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { GroupDetail, GroupForm, GroupRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';

/** Scrolling across hundreds of groups asks only for those where it stops. */
const PAUSE_MS = 90;

/** A group's members may be thousands: those scrolled past are soon forgotten. */
const KEPT_MS = 60_000;

export function useDeviceRows(text: string) {
  const { window, onVisible } = useRowWindow(text);
  const query = useQuery({
    ...viewQuery('device_rows', {
      filter: { ...EVERY_DEVICE, text },
      sort: { key: 'name', descending: false },
      ...window,
    }),
    gcTime: KEPT_MS,
  });
  return { ...query, onVisible };
}

/** The members of these groups, by the groups' ids, as far as they are known. */
export function useMembers(groups: readonly GroupRow[]) {
  const ids = useMemo(() => groups.map(({ id }) => id), [groups]);
  // Until then those of a moment ago stay, so that a step to the side does not blank all cells.
  const [asked] = useDebouncedValue(ids, PAUSE_MS);
  return useQueries({
    queries: asked.map((id) => ({ ...viewQuery('group', { id }), gcTime: KEPT_MS })),
    combine: membersIn,
  });
}

/** Outside, so that it is worked out anew only when an answer is new. */
function membersIn(answers: readonly UseQueryResult<GroupDetail, CallError>[]) {
  const forms = new Map<string, GroupForm>();
  for (const { data } of answers) if (data) forms.set(data.id, data.form);
  const failed = answers.find(({ error }) => error);
  return { forms, error: failed?.error ?? null, retry: () => void failed?.refetch() };
}
