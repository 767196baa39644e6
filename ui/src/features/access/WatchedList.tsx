/** The devices and who sees them. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { WatchedRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import frame from '@/table/listFrame.module.css';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { useRowWindow } from '@/table/useRowWindow';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';
import { NothingHere } from './NothingHere';
import { WATCHED_COLUMNS, watchedColumns } from './watchedColumns';

interface Props {
  text: string;
  onlyUnseen: boolean;
  opened: string | null;
  onOpen(id: string | null): void;
  onClear(): void;
}

export const BY_NAME = { columnId: 'name', descending: false };
const NO_ROWS: readonly WatchedRow[] = [];
const FIRST_LOOK = 20;
const idOf = ({ id }: WatchedRow) => id;
/** They come in the order of their names, and in no other. */
const ignore = () => {};

export function WatchedList({ text, onlyUnseen, opened, onOpen, onClear }: Props) {
  const { t } = useTranslation('access');
  const listKey = `${text} ${onlyUnseen}`;
  const { window, onVisible } = useRowWindow(listKey);
  const { data, error, refetch, isPlaceholderData } = useQuery(
    viewQuery('watched_devices', { text, onlyUnseen, ...window }),
  );
  const table = useRef<VirtualTableHandle>(null);
  useFocusAfterClose(table, opened);
  const failure = error && (
    <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />
  );
  if (failure && !data) return <div className={frame.notice}>{failure}</div>;
  if (data?.matched === 0) {
    const isGood = onlyUnseen && text === '';
    return (
      <NothingHere
        title={t(isGood ? 'none.unseen' : 'none.devices')}
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
        label={t(data ? 'byDevice' : 'loading')}
        columns={watchedColumns}
        shown={WATCHED_COLUMNS}
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
