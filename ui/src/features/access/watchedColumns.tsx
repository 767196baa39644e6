/** The columns of the devices and who sees them. */
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import { isolated } from '@/format/words';
import type { WatchedRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import classes from './access.module.css';

export const WATCHED_COLUMNS = ['name', 'groups', 'viewers'] as const;
type Column = (typeof WATCHED_COLUMNS)[number];

const SPECS: Readonly<Record<Column, ColumnSpec<WatchedRow>>> = {
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

export const watchedColumns = columnsOf(WATCHED_COLUMNS, SPECS, HeaderText);
