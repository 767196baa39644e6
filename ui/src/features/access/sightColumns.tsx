/** The columns of the users and what each sees. */
import { useTranslation } from 'react-i18next';
import { StandingMark } from '@/format/StandingMark';
import type { UserRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import classes from './access.module.css';
import { useSightWords } from './useSightWords';

export const SIGHT_COLUMNS = ['name', 'reason', 'sees', 'standing'] as const;
type Column = (typeof SIGHT_COLUMNS)[number];

const SPECS: Readonly<Record<Column, ColumnSpec<UserRow>>> = {
  name: {
    size: 160,
    meta: { grows: true },
    cell: ({ row }) => (
      <bdi className={classes.cut} title={row.name}>
        {row.name}
      </bdi>
    ),
  },
  reason: {
    size: 180,
    meta: { grows: true },
    cell: function ReasonCell({ row }) {
      const reason = useSightWords().reason(row.sight);
      return (
        <bdi className={classes.cut} title={reason}>
          {reason}
        </bdi>
      );
    },
  },
  sees: {
    size: 130,
    meta: { align: 'end' },
    cell: function SeesCell({ row }) {
      const words = useSightWords().sees(row.sight);
      return row.sight.devices === 0 ? <span className={classes.loud}>{words}</span> : words;
    },
  },
  standing: {
    size: 150,
    meta: {},
    cell: ({ row }) => <StandingMark standing={row.standing} />,
  },
};

function HeaderText({ id }: { id: Column }) {
  const { t } = useTranslation('access');
  return t(`column.${id === 'name' ? 'user' : id}`);
}

export const sightColumns = columnsOf(SIGHT_COLUMNS, SPECS, HeaderText);
