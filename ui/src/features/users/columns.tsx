/** The columns of the users' table. */
import { useTranslation } from 'react-i18next';
import { countryName } from '@/format/country';
import type { UserForm, UserRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import { useCell } from './CellContext';
import {
  AgoCell,
  DateCell,
  ExpiryCell,
  NameCell,
  PrivilegesCell,
  SeesCell,
  StateCell,
  TextCell,
  Value,
} from './cells';
import { USER_COLUMNS, type UserColumn, userSortKeyOf } from './userColumnIds';

type TextField = keyof UserForm &
  ('email' | 'timeZone' | 'description' | 'message' | 'disabledMessage');

/** A field that is a plain text. */
function texts(size: number, field: TextField): ColumnSpec<UserRow> {
  return {
    size,
    cell: ({ row }) => (
      <Value row={row} wire={field}>
        {row.form[field] ? <TextCell text={row.form[field]} /> : null}
      </Value>
    ),
  };
}

const SPECS: Readonly<Record<UserColumn, ColumnSpec<UserRow>>> = {
  name: { size: 190, meta: { grows: true }, cell: NameCell },
  email: { ...texts(190, 'email'), meta: { grows: true } },
  state: { size: 130, cell: StateCell },
  sees: {
    size: 190,
    meta: { grows: true },
    cell: ({ row }) => (
      <Value row={row} wire="group">
        <SeesCell row={row} />
      </Value>
    ),
  },
  privileges: {
    size: 180,
    meta: { grows: true },
    cell: ({ row }) => (
      <Value row={row} wire="privileges">
        {row.form.privileges.length > 0 ? <PrivilegesCell row={row} /> : null}
      </Value>
    ),
  },
  expires: {
    size: 190,
    cell: function Expires({ row }) {
      const { t } = useCell();
      return (
        <Value row={row} wire="expires">
          {row.form.expires ? <ExpiryCell at={row.form.expires} /> : t('cell.noEnd')}
        </Value>
      );
    },
  },
  lastLogin: {
    size: 120,
    cell: function LastLogin({ row }) {
      const { t } = useCell();
      return (
        <Value row={row} wire="lastLogin">
          {row.lastLoginAt ? <AgoCell at={row.lastLoginAt} /> : t('cell.never')}
        </Value>
      );
    },
  },
  group: {
    size: 160,
    cell: function Group({ row }) {
      const { t } = useCell();
      const { group, isGroupKnown } = row.sight;
      return (
        <Value row={row} wire="group">
          {group === null ? null : (
            <TextCell text={isGroupKnown ? group : `${group} (${t('cell.noSuchGroup')})`} />
          )}
        </Value>
      );
    },
  },
  device: {
    size: 160,
    cell: function Device({ row }) {
      const { t } = useCell();
      const { device } = row.sight;
      return (
        <Value row={row} wire="deviceId">
          {device && (
            <TextCell
              text={device.isListed ? device.name : `${device.name} (${t('cell.unlisted')})`}
            />
          )}
        </Value>
      );
    },
  },
  country: {
    size: 130,
    cell: function Country({ row }) {
      const { formats } = useCell();
      const { country } = row.form;
      return (
        <Value row={row} wire="country">
          {country ? <TextCell text={countryName(formats.locale, country) ?? country} /> : null}
        </Value>
      );
    },
  },
  timeZone: texts(160, 'timeZone'),
  description: texts(180, 'description'),
  message: texts(180, 'message'),
  disabledMessage: texts(190, 'disabledMessage'),
  tags: {
    size: 190,
    cell: ({ row }) => {
      const tags = Object.entries(row.form.tags).map(([name, value]) => `${name}: ${value}`);
      return (
        <Value row={row} wire="tags">
          {tags.length > 0 ? <TextCell text={tags.join(', ')} /> : null}
        </Value>
      );
    },
  },
  adminDevices: {
    size: 190,
    meta: { align: 'end' },
    cell: function AdminDevices({ row }) {
      const { formats } = useCell();
      const count = row.form.adminDevices;
      return (
        <Value row={row} wire="adminDevices">
          {count ? formats.count(count) : null}
        </Value>
      );
    },
  },
  from: {
    size: 120,
    cell: ({ row }) => (
      <Value row={row} wire="from">
        {row.form.from && <DateCell at={row.form.from} />}
      </Value>
    ),
  },
  creation: {
    size: 120,
    cell: ({ row }) => (
      <Value row={row} wire="creation">
        {row.createdAt && <AgoCell at={row.createdAt} />}
      </Value>
    ),
  },
  modification: {
    size: 120,
    cell: ({ row }) => (
      <Value row={row} wire="modification">
        {row.modifiedAt && <AgoCell at={row.modifiedAt} />}
      </Value>
    ),
  },
  id: { size: 220, cell: ({ row }) => <TextCell text={row.id} /> },
};

function HeaderText({ id }: { id: UserColumn }) {
  const { t } = useTranslation('users');
  return t(`column.${id}`);
}

export const userColumns = columnsOf(USER_COLUMNS, SPECS, HeaderText).map((column) => ({
  ...column,
  meta: { sortable: userSortKeyOf(column.id ?? '') !== undefined, ...column.meta },
}));
