/** The devices of the account: the list, the map, and one device when it is open. */
import { SegmentedControl, Splitter, type SplitterProps } from '@mantine/core';
import { useDebouncedValue, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewTask } from '@/app/BulkHost';
import { useOpenCommand } from '@/app/CommandHost';
import { type DeviceSearch, filterOf, searchOf, sortOf } from '@/app/deviceSearch';
import { LaterFleetMap } from '@/app/LaterFleetMap';
import { OutcomeNote } from '@/app/OutcomeNote';
import { useAfterFirstRows } from '@/app/useAfterFirstRows';
import { useMapState } from '@/app/useMapState';
import { CommandButton } from '@/features/commands/CommandButton';
import { DevicePanel } from '@/features/device-panel/DevicePanel';
import { DeviceList } from '@/features/devices/DeviceList';
import { SaveDevices } from '@/features/devices/SaveDevices';
import { HistoryButton } from '@/features/history/HistoryButton';
import { FollowButton } from '@/features/map/FollowButton';
import { ReportButton } from '@/features/reports/ReportButton';
import { RecalledNotice } from '@/features/status/RecalledNotice';
import type { DeviceFilter, DeviceSelection, Sort } from '@/ipc/generated/contract';
import { selectionOf } from '@/table/selection';
import { type Chosen, useSelection } from '@/table/useSelection';
import classes from './DevicesPage.module.css';

/** Nobody chooses rows before there are any. */
const DeviceBulkBar = lazy(async () => ({
  default: (await import('@/features/bulk/DeviceBulkBar')).DeviceBulkBar,
}));

/** Nobody opens a menu before there is something to open it on. */
const ActionMenu = lazy(async () => ({
  default: (await import('@/features/map/ActionMenu')).ActionMenu,
}));

/** In a narrower window there is no room for list and map side by side. */
const SIDE_BY_SIDE = '(min-width: 960px)';

const PANEL_PX = 360;

/** Longer than between two letters of a word. */
const MAP_PAUSE_MS = 200;

/** The state of the page, which is its address, and how to change it. */
function useDeviceSearch() {
  // The router hands out the same object for as long as the address says the same.
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  return useMemo(() => {
    const [filter, sort, device] = [filterOf(search), sortOf(search), search.device ?? null];
    const go = (next: DeviceSearch, replace = false) => void navigate({ search: next, replace });
    return {
      filter,
      sort,
      device,
      // Every letter as a step of its own would bury the page that someone wants to go back to.
      setFilter: (next: DeviceFilter) =>
        go(searchOf(next, sort, device), next.text !== filter.text),
      setSort: (next: Sort) => go(searchOf(filter, next, device)),
      setDevice: (next: string | null) => {
        if (next !== device) go(searchOf(filter, sort, next));
      },
    };
  }, [search, navigate]);
}

export function DevicesPage() {
  const { filter, sort, device, setFilter, setSort, setDevice } = useDeviceSearch();
  // Known at once, so that the first thing drawn is what stays.
  const isWide = useMediaQuery(SIDE_BY_SIDE, false, { getInitialValueInEffect: false });
  const [part, setPart] = useState<Part>('list');
  const showMap = useCallback(() => setPart('map'), []);

  // Held here, since the map chooses as well, and stays when the list is out of sight.
  const [matched, setMatched] = useState<number>();
  const chosen = useSelection({ filterKey: JSON.stringify(filter), matched });
  const state = useMapState({ device, setDevice, chosen, showMap });
  const { isFollowing, place, menu, outcome, actions, setMenu, setOutcome } = state;
  const stopFollowing = useCallback(() => actions.onFollow(null), [actions]);
  const dismiss = useCallback(() => setOutcome(null), [setOutcome]);
  const close = useCallback(() => setDevice(null), [setDevice]);
  const letGo = isFollowing ? stopFollowing : close;

  const bar = (
    <BulkBar selection={selectionOf(chosen.selection, filter)} sort={sort} chosen={chosen} />
  );
  const list = (
    <DeviceList
      filter={filter}
      sort={sort}
      selected={device}
      onFilter={setFilter}
      onSort={setSort}
      onSelect={setDevice}
      onEscape={letGo}
      onMenu={({ id, name, position }, at) => setMenu({ at, vehicle: { id, name }, position })}
      chosen={chosen}
      onMatched={setMatched}
      bar={bar}
    />
  );
  // Who types in the search waits for the rows: the map is drawn after them, once the words stand.
  const [settled] = useDebouncedValue(filter, MAP_PAUSE_MS);
  const map = (
    <LaterFleetMap
      filter={settled}
      selected={device}
      onSelect={setDevice}
      onFilter={setFilter}
      coveredPx={device === null ? 0 : PANEL_PX}
      isFollowing={isFollowing}
      chosen={chosen}
      place={place}
      onMark={actions.onMark}
      onMenu={setMenu}
      onStopFollowing={stopFollowing}
      onOutcome={setOutcome}
      onEscape={close}
    />
  );
  const panel = device !== null && (
    <div className={classes.panel} style={{ inlineSize: PANEL_PX }}>
      <DevicePanel
        key={device}
        id={device}
        onClose={close}
        onEscape={letGo}
        actions={
          <>
            <FollowButton
              isOn={isFollowing}
              onToggle={() => actions.onFollow(isFollowing ? null : device)}
            />
            <HistoryButton onOpen={() => actions.onHistory(device)} />
            <CommandButton variant="light" onOpen={() => actions.onCommand(device)} />
          </>
        }
      />
    </div>
  );

  return (
    <div className={classes.page} data-map-behind={settled !== filter || undefined}>
      <RecalledNotice />
      <div className={classes.devices}>
        {isWide ? (
          <SideBySide list={list} map={map} panel={panel} />
        ) : (
          <OneAtATime
            list={list}
            map={
              <>
                {bar}
                <div className={classes.mapBelow}>{map}</div>
              </>
            }
            panel={panel}
            shown={part}
            onShow={setPart}
          />
        )}
      </div>
      {menu && (
        <Suspense fallback={null}>
          <ActionMenu target={menu} actions={actions} />
        </Suspense>
      )}
      <OutcomeNote outcome={outcome} onDismiss={dismiss} />
    </div>
  );
}

interface BulkBarProps {
  selection: DeviceSelection;
  sort: Sort;
  chosen: Chosen;
}

function BulkBar({ selection, sort, chosen }: BulkBarProps) {
  const review = useReviewTask();
  const openCommand = useOpenCommand();
  const navigate = useNavigate();
  const isTime = useAfterFirstRows();
  if (!isTime) return null;
  return (
    <Suspense fallback={null}>
      <DeviceBulkBar
        selection={selection}
        count={chosen.count}
        filterEffect={chosen.filterEffect}
        more={
          <>
            <SaveDevices what="selection" selection={selection} sort={sort} />
            <CommandButton variant="default" onOpen={() => openCommand(selection)} />
            <ReportButton onOpen={() => void navigate({ to: '/reports', search: { selection } })} />
          </>
        }
        onTask={(task) => review(task, chosen.clear)}
        onClear={chosen.clear}
      />
    </Suspense>
  );
}

interface Parts {
  list: ReactNode;
  map: ReactNode;
  panel: ReactNode;
}

const HALVES: NonNullable<SplitterProps['sizes']> = [54, 46];

function SideBySide({ list, map, panel }: Parts) {
  const { t } = useTranslation('devices');
  const [sizes, setSizes] = useLocalStorage({ key: 'devices-split', defaultValue: HALVES });
  return (
    <Splitter
      className={classes.split}
      sizes={sizes}
      onSizeChange={setSizes}
      lineSize={1}
      attributes={{ handle: { 'aria-label': t('splitter') } }}
    >
      <Splitter.Pane defaultSize={54} min={25}>
        {list}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={46} min={20}>
        <div className={classes.mapSide}>
          {map}
          {panel}
        </div>
      </Splitter.Pane>
    </Splitter>
  );
}

type Part = 'list' | 'map';

interface OneAtATimeProps extends Parts {
  shown: Part;
  onShow(part: Part): void;
}

function OneAtATime({ list, map, panel, shown, onShow }: OneAtATimeProps) {
  const { t } = useTranslation('devices');
  return (
    <div className={classes.stack}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('view.label')}
        className={classes.views}
        value={shown}
        onChange={onShow}
        data={[
          { value: 'list', label: t('view.list') },
          { value: 'map', label: t('view.map') },
        ]}
      />
      <div className={classes.only}>
        {shown === 'list' ? list : <div className={classes.onlyMap}>{map}</div>}
        {panel}
      </div>
    </div>
  );
}
