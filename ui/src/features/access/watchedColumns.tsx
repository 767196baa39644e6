/** The columns of the devices and who sees them. */
import { IconEyeOff } from '@tabler/icons-react';
import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import { isolated } from '@/format/words';
import type { WatchedRow } from '@/ipc/generated/contract';
import type { ColumnMeta, KitColumn, kitFeatures } from '@/table/kit';
import classes from './access.module.css';

export const WATCHED_COLUMNS = ['name', 'groups', 'viewers'] as const;
type Column = (typeof WATCHED_COLUMNS)[number];

const helper = createColumnHelper<typeof kitFeatures, WatchedRow>();

interface Spec {
  size: number;
  meta: ColumnMeta;
  cell(props: { row: WatchedRow }): ReactNode;
}

const SPECS: Readonly<Record<Column, Spec>> = {
  name: {
    size: 200,
    meta: { grows: true },
    cell: ({ row }) => (
      <bdi className={classes.cut} title={row.name}>
        {row.name}
      </bdi>
    ),
  },
  groups: { size: 240, meta: { grows: true }, cell: GroupsCell },
  viewers: { size: 150, meta: { align: 'end' }, cell: ViewersCell },
};

function GroupsCell({ row }: { row: WatchedRow }) {
  const { t } = useTranslation('access');
  if (row.groups.length === 0) return <Missing word={t('cell.noGroup')} />;
  const names = row.groups.map(isolated).join(', ');
  return (
    <span className={classes.cut} title={names}>
      {names}
    </span>
  );
}

function ViewersCell({ row }: { row: WatchedRow }) {
  const { t } = useTranslation('access');
  const formats = useFormats();
  if (row.viewers > 0) {
    return t('cell.viewers', { count: row.viewers, total: formats.count(row.viewers) });
  }
  return (
    <span className={classes.loud}>
      <IconEyeOff size={14} aria-hidden />
      {t('cell.unseen')}
    </span>
  );
}

function HeaderText({ id }: { id: Column }) {
  const { t } = useTranslation('access');
  return t(`column.${id}`);
}

export const watchedColumns: KitColumn<WatchedRow>[] = WATCHED_COLUMNS.map((id) => {
  const { size, meta, cell: Cell } = SPECS[id];
  return helper.display({
    id,
    size,
    meta,
    header: () => <HeaderText id={id} />,
    cell: ({ row }) => <Cell row={row.original} />,
  });
});
