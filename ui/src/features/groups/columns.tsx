/** The columns of the groups' table. */

import { IconEyeX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { Unseen } from '@/components/Unseen';
import { useFormats, useNow } from '@/format/FormatProvider';
import type { GroupRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import classes from './GroupList.module.css';
import { GROUP_COLUMNS, type GroupColumn } from './groupOrder';

const SPECS: Readonly<Record<GroupColumn, ColumnSpec<GroupRow>>> = {
  name: { size: 220, meta: { sortable: true, grows: true }, cell: NameCell },
  description: {
    size: 220,
    meta: { sortable: true, grows: true },
    cell: ({ row }) =>
      row.description ? (
        <bdi className={classes.cut} title={row.description}>
          {row.description}
        </bdi>
      ) : (
        <Unknown />
      ),
  },
  devices: {
    size: 110,
    meta: { sortable: true, align: 'end' },
    cell: ({ row }) => <Count of={row.devices} />,
  },
  users: {
    size: 96,
    meta: { sortable: true, align: 'end' },
    cell: ({ row }) => (row.users === null ? <Unknown /> : <Count of={row.users} />),
  },
  modifiedAt: {
    size: 140,
    meta: { sortable: true, align: 'end' },
    cell: ({ row }) => (row.modifiedAt ? <Moment at={row.modifiedAt} /> : <Unknown />),
  },
};

function NameCell({ row }: { row: GroupRow }) {
  const { t } = useTranslation('groups');
  return (
    <span className={classes.name} title={row.name}>
      <bdi className={classes.cut}>{row.name}</bdi>
      {row.isIncomplete && (
        <span className={classes.incomplete} title={t('incomplete')}>
          <IconEyeX size={14} aria-hidden />
          <Unseen>{t('incomplete')}</Unseen>
        </span>
      )}
    </span>
  );
}

function Count({ of }: { of: number }) {
  return useFormats().count(of);
}

/** How long ago a group was changed, to the minute. */
function Moment({ at }: { at: string }) {
  const { t } = useTranslation('groups');
  const formats = useFormats();
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={formats.moment(at)}>
      {t('cell.ago', { age: formats.age(now - Date.parse(at)) })}
    </time>
  );
}

/** Nothing, or nothing that is known. */
function Unknown() {
  const { t } = useTranslation('groups');
  return <Missing word={t('cell.missing')} />;
}

function HeaderText({ id }: { id: GroupColumn }) {
  const { t } = useTranslation('groups');
  return t(`column.${id}`);
}

export const groupColumns = columnsOf(GROUP_COLUMNS, SPECS, HeaderText);
