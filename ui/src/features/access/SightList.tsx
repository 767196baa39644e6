/** The users and what each sees. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { UserRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import frame from '@/table/listFrame.module.css';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { useRowWindow } from '@/table/useRowWindow';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';
import { NothingHere } from './NothingHere';
import { SIGHT_COLUMNS, sightColumns } from './sightColumns';
import { type SightFilter, userFilterOf } from './sightFilters';
import { BY_NAME } from './WatchedList';

interface Props {
  text: string;
  only: SightFilter;
  opened: string | null;
  onOpen(id: string | null): void;
  onClear(): void;
}

const NO_ROWS: readonly UserRow[] = [];
const FIRST_LOOK = 20;
const idOf = ({ id }: UserRow) => id;
const ignore = () => {};

export function SightList({ text, only, opened, onOpen, onClear }: Props) {
  const { t } = useTranslation('access');
  const listKey = `${text} ${only}`;
  const { window, onVisible } = useRowWindow(listKey);
  const { data, error, refetch, isPlaceholderData } = useQuery(
    viewQuery('user_rows', {
      filter: userFilterOf(text, only),
      sort: { key: 'name', descending: false },
      ...window,
    }),
  );
  const table = useRef<VirtualTableHandle>(null);
  useFocusAfterClose(table, opened);
  const failure = error && (
    <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />
  );
  if (failure && !data) return <div className={frame.notice}>{failure}</div>;
  if (data?.matched === 0) {
    const isGood = only === 'nothing' && text === '';
    return (
      <NothingHere
        title={t(isGood ? 'none.nothing' : 'none.users')}
        isGood={isGood}
        onClear={onClear}
      />
    );
  }
  return (
    <>
      {failure && <div className={frame.outdated}>{failure}</div>}
      <VirtualTable
        ref={table}
        label={t(data ? 'byUser' : 'loading')}
        columns={sightColumns}
        shown={SIGHT_COLUMNS}
        rowCount={data?.matched ?? FIRST_LOOK}
        rows={data?.rows ?? NO_ROWS}
        offset={data?.offset ?? 0}
        rowId={idOf}
        selectedId={opened}
        sort={BY_NAME}
        onSort={ignore}
        onOpen={(row) => onOpen(row.id)}
        onEscape={() => onOpen(null)}
        onVisible={onVisible}
        listKey={listKey}
        isBusy={!data || isPlaceholderData}
      />
    </>
  );
}
