/** The rows of the device list that are on the screen, and a little around them. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallError } from '@/ipc/client';
import type { DeviceFilter, RowsPage, Sort } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import type { RowWindow } from '@/table/rowWindow';
import { FIRST_SCREEN, useRowWindow } from '@/table/useRowWindow';
import { useSight } from './useSight';

/** Pages that were scrolled past are soon forgotten: a long scroll would keep the whole fleet. */
const KEPT_MS = 10_000;

export interface DeviceRows {
  /** What is known; of the former list while a new one is on its way. */
  page: RowsPage | undefined;
  error: CallError | null;
  /** Whether `page` answers another question than the present one. */
  isOutdated: boolean;
  /** Changes with the list: another filter or another order. */
  listKey: string;
  onVisible(first: number, last: number): void;
  tryAgain(): void;
}

/** The rows that the screen begins with. */
export function firstRowsQuery(filter: DeviceFilter, sort: Sort) {
  return rowsQuery(filter, sort, FIRST_SCREEN);
}

function rowsQuery(filter: DeviceFilter, sort: Sort, window: RowWindow) {
  return { ...viewQuery('device_rows', { filter, sort, ...window }), gcTime: KEPT_MS };
}

export function useDeviceRows(filter: DeviceFilter, sort: Sort): DeviceRows {
  const listKey = JSON.stringify([filter, sort]);
  const { window, onVisible: askAround } = useRowWindow(listKey);
  const onSeen = useSight(filter, sort);
  const onVisible = useCallback(
    (first: number, last: number) => {
      askAround(first, last);
      onSeen(first, last);
    },
    [askAround, onSeen],
  );
  const query = useQuery(rowsQuery(filter, sort, window));

  return {
    page: query.data,
    error: query.error,
    isOutdated: query.isPlaceholderData,
    listKey,
    onVisible,
    tryAgain: () => void query.refetch(),
  };
}
