/** The device list: toolbar and table, or what to say instead of rows. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { markPainted } from '@/components/markPainted';
import type { Spot } from '@/components/menuKey';
import { call } from '@/ipc/client';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { DeviceFilter, DeviceRow, Sort, SortKey } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useSettings } from '@/ipc/settings';
import classes from '@/table/listFrame.module.css';
import { choiceOf } from '@/table/rowChoice';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { useMatched } from '@/table/useMatched';
import type { Chosen } from '@/table/useSelection';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';
import { CellSurroundingsProvider } from './CellContext';
import { shownColumns } from './columnIds';
import { columnOfSort, sortKeyOf } from './columnSort';
import { deviceColumns } from './columns';
import { DeviceToolbar } from './DeviceToolbar';
import { idsBetween } from './idsBetween';
import { FailedNotice, NoDeviceMatches, NoDevices, OutdatedNotice } from './ListNotices';
import { LossNotice } from './LossNotice';
import { SaveDevices } from './SaveDevices';
import { useDeviceRows } from './useDeviceRows';

interface Props {
  filter: DeviceFilter;
  sort: Sort;
  selected: string | null;
  onFilter(filter: DeviceFilter): void;
  onSort(sort: Sort): void;
  onSelect(id: string): void;
  onEscape(): void;
  /** Opens the menu of a device. */
  onMenu(row: DeviceRow, at: Spot): void;
  /** Which devices are chosen. */
  chosen: Chosen;
  /** Called with how many the filter lets through, once all of those may be chosen. */
  onMatched(matched: number | undefined): void;
  /** What can be done with the chosen devices. */
  bar: ReactNode;
}

const idOf = (row: DeviceRow) => row.id;

export function DeviceList(props: Props) {
  const { filter, sort, selected, onFilter, onSort, onSelect, chosen, onMatched } = props;
  const { t } = useTranslation('devices');
  const { deviceColumns: columnSetting, thresholds } = useSettings();
  const shown = useMemo(() => shownColumns(columnSetting), [columnSetting]);
  const table = useRef<VirtualTableHandle>(null);
  const list = useDeviceRows(filter, sort);
  const { page, error } = list;
  // Before the service's list came, nobody knows that there is no device.
  const { data: status } = useQuery(viewQuery('status', {}));
  const isUnlisted = page?.total === 0 && !status?.devicesListedAt;
  const filterKey = JSON.stringify(filter);
  const matched = useMatched(filterKey, page?.matched, list.isOutdated);
  // Whoever holds the selection counts by it, and only needs to know when everything is chosen.
  const isCounted = chosen.selection.kind === 'matching';
  useLayoutEffect(() => {
    if (isCounted) onMatched(matched);
  }, [isCounted, matched, onMatched]);
  const choice = choiceOf<DeviceRow>(chosen, matched ?? 0, {
    nameOf: ({ name }) => name,
    idsBetween: (first, last) => idsBetween(filter, sort, first, last),
  });

  // Whoever selected it, the list shows the row; only a new selection scrolls, not a new order.
  const shownList = useRef({ filter, sort });
  shownList.current = { filter, sort };
  const isShown = page !== undefined;
  useEffect(() => {
    if (selected === null || !isShown) return;
    let isWanted = true;
    call('device_row_index', { id: selected, ...shownList.current }).then(
      (index) => {
        if (isWanted && index !== null) table.current?.reveal(index);
      },
      () => {
        // The selection stands without it; what is wrong shows in the list and in the panel.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [selected, isShown]);

  const hasRows = (page?.rows.length ?? 0) > 0;
  // Before the frame that shows them, so that the mark comes right after it.
  useLayoutEffect(() => {
    if (hasRows) markPainted('rows-painted');
  }, [hasRows]);

  useFocusAfterClose(table, selected);

  const onSortColumn = (columnId: string) => {
    const key: SortKey | undefined = sortKeyOf(columnId);
    if (key) onSort({ key, descending: sort.key === key && !sort.descending });
  };
  const clear = () => onFilter(EVERY_DEVICE);

  return (
    <section aria-label={t('list')} className={classes.list} data-testid="device-list">
      <DeviceToolbar
        filter={filter}
        onFilter={onFilter}
        page={page}
        tools={
          <SaveDevices
            what="list"
            selection={{ kind: 'matching', filter, except: [] }}
            sort={sort}
          />
        }
      />
      {props.bar}
      <LossNotice onOpenDevice={onSelect} />
      {error && page && <OutdatedNotice error={error} onTryAgain={list.tryAgain} />}
      <div className={classes.rows}>
        {error && !page ? (
          <FailedNotice error={error} onTryAgain={list.tryAgain} />
        ) : page?.total === 0 && !isUnlisted ? (
          <NoDevices />
        ) : page?.matched === 0 && !isUnlisted ? (
          <NoDeviceMatches onClear={clear} />
        ) : (
          <CellSurroundingsProvider thresholds={thresholds}>
            <VirtualTable
              ref={table}
              label={page ? t('list') : t('loading')}
              columns={deviceColumns}
              shown={shown}
              rowCount={page && !isUnlisted ? page.matched : FIRST_LOOK}
              rows={page?.rows ?? NO_ROWS}
              offset={page?.offset ?? 0}
              rowId={idOf}
              selectedId={selected}
              sort={columnOfSort(sort)}
              onSort={onSortColumn}
              onOpen={(row) => onSelect(row.id)}
              onEscape={props.onEscape}
              onMenu={props.onMenu}
              onVisible={list.onVisible}
              listKey={list.listKey}
              isBusy={!page || isUnlisted || list.isOutdated}
              choice={choice}
            />
          </CellSurroundingsProvider>
        )}
      </div>
    </section>
  );
}

/** Rows without content that fill the screen until the first answer. */
const FIRST_LOOK = 30;
const NO_ROWS: readonly DeviceRow[] = [];
