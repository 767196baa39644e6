/** The columns of the device list. */
import { useTranslation } from 'react-i18next';
import type { DeviceRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import type { ColumnMeta } from '@/table/kit';
import { useCell } from './CellContext';
import {
  AgeCell,
  AlertsCell,
  ExpiryCell,
  IgnitionCell,
  NameCell,
  PlaceCell,
  PositionAgeCell,
  StatusCell,
  Value,
  WordsCell,
} from './cells';
import type { ColumnId } from './columnIds';

function HeaderText({ id }: { id: ColumnId }) {
  const { t } = useTranslation('devices');
  return t(`column.${id}`);
}

const NUMBER: ColumnMeta = { sortable: true, align: 'end' };
const TEXT: ColumnMeta = { sortable: true };

const SPECS: Readonly<Record<ColumnId, ColumnSpec<DeviceRow>>> = {
  name: {
    size: 200,
    meta: { sortable: true, grows: true },
    cell: NameCell,
  },
  status: { size: 190, meta: TEXT, cell: StatusCell },
  speed: {
    size: 96,
    meta: NUMBER,
    cell: function SpeedCell({ row }) {
      const { formats } = useCell();
      return (
        <Value row={row} wire={['speed']}>
          {row.speedKmh === null ? null : formats.speed(row.speedKmh)}
        </Value>
      );
    },
  },
  fixAt: {
    size: 112,
    meta: NUMBER,
    cell: ({ row }) => (
      <Value row={row} wire={['dateTime']}>
        {row.fixAt && <PositionAgeCell fixAt={row.fixAt} askedAt={row.askedAt} />}
      </Value>
    ),
  },
  askedAt: {
    size: 104,
    meta: NUMBER,
    cell: ({ row }) => (
      <Value row={row} wire={[]}>
        {row.askedAt && <AgeCell at={row.askedAt} />}
      </Value>
    ),
  },
  place: {
    size: 180,
    meta: TEXT,
    cell: ({ row }) => (
      <Value row={row} wire={[]}>
        {row.place && <PlaceCell row={row} place={row.place} />}
      </Value>
    ),
  },
  battery: {
    size: 92,
    meta: NUMBER,
    cell: function BatteryCell({ row }) {
      const { formats } = useCell();
      return (
        <Value row={row} wire={['battery']}>
          {row.batteryPercent === null ? null : formats.percent(row.batteryPercent)}
        </Value>
      );
    },
  },
  fuel: {
    size: 104,
    meta: NUMBER,
    cell: function FuelCell({ row }) {
      const { formats } = useCell();
      return (
        <Value row={row} wire={['fuel']}>
          {row.fuelPercent === null ? null : formats.percent(row.fuelPercent)}
        </Value>
      );
    },
  },
  ignition: {
    size: 100,
    meta: TEXT,
    cell: ({ row }) => (
      <Value row={row} wire={['inputs']}>
        {row.ignition === null ? null : <IgnitionCell isOn={row.ignition} />}
      </Value>
    ),
  },
  alerts: {
    size: 200,
    meta: TEXT,
    cell: ({ row }) => (
      <Value row={row} wire={['alerts', 'alertTexts']}>
        {row.alerts.length === 0 ? null : <AlertsCell row={row} />}
      </Value>
    ),
  },
  groups: {
    size: 180,
    cell: ({ row }) => (
      <Value row={row} wire={[]}>
        {row.groups.length === 0 ? null : <WordsCell words={row.groups.map(({ name }) => name)} />}
      </Value>
    ),
  },
  expires: {
    size: 168,
    meta: TEXT,
    cell: ({ row }) => (
      <Value row={row} wire={['expires']}>
        {row.expires && <ExpiryCell expires={row.expires} />}
      </Value>
    ),
  },
  phoneNumber: {
    size: 140,
    meta: TEXT,
    cell: ({ row }) => (
      <Value row={row} wire={['min']}>
        {row.phoneNumber && <WordsCell words={[row.phoneNumber]} />}
      </Value>
    ),
  },
  tags: {
    size: 220,
    cell: ({ row }) => {
      const tags = Object.entries(row.tags).map(([tag, value]) => `${tag}: ${value}`);
      return (
        <Value row={row} wire={['tags']}>
          {tags.length === 0 ? null : <WordsCell words={tags} />}
        </Value>
      );
    },
  },
};

export const deviceColumns = columnsOf(Object.keys(SPECS) as ColumnId[], SPECS, HeaderText);
