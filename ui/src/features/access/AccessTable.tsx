/** A list of the access page, whichever side it is from: its rows, or what to say instead of them. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { KitColumn } from '@/table/kit';
import frame from '@/table/listFrame.module.css';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';

interface Page<TRow> {
  matched: number;
  offset: number;
  rows: TRow[];
}

/** What a query for a page of rows says of itself. */
interface Asked<TRow> {
  data: Page<TRow> | undefined;
  error: CallError | null;
  isPlaceholderData: boolean;
  refetch(): unknown;
}

interface Props<TRow extends object> {
  label: string;
  asked: Asked<TRow>;
  columns: KitColumn<TRow>[];
  shown: readonly string[];
  /** What is said where nothing passes. */
  nothing: ReactNode;
  listKey: string;
  opened: string | null;
  onOpen(id: string | null): void;
  onVisible(first: number, last: number): void;
}

const NO_ROWS: never[] = [];
const idOf = ({ id }: { id: string }) => id;
const BY_NAME = { columnId: 'name', descending: false };
/** Rows without content that fill the screen until the answer. */
const FIRST_LOOK = 20;
/** They come in the order of their names, and in no other. */
const ignore = () => {};

export function AccessTable<TRow extends { id: string }>(props: Props<TRow>) {
  const { label, asked, columns, shown, nothing, listKey, opened, onOpen, onVisible } = props;
  const { data, error, isPlaceholderData, refetch } = asked;
  const { t } = useTranslation('access');
  const table = useRef<VirtualTableHandle>(null);
  useFocusAfterClose(table, opened);
  const failure = error && (
    <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />
  );
  if (failure && !data) return <div className={frame.notice}>{failure}</div>;
  if (data?.matched === 0) return nothing;
  return (
    <>
      {failure && <div className={frame.outdated}>{failure}</div>}
      <VirtualTable<TRow>
        ref={table}
        label={data ? label : t('loading')}
        columns={columns}
        shown={shown}
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
