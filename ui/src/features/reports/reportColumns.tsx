/** The columns of the vehicles of a report. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import type { ReportRow } from '@/ipc/generated/contract';
import { type ColumnSpec, columnsOf } from '@/table/columnsOf';
import type { ColumnMeta } from '@/table/kit';
import { LINE_CELLS, type LineCell, useLineCells } from './useLineCells';

export const REPORT_COLUMNS = ['name', ...LINE_CELLS, 'daysKnown'] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

const NUMBER: ColumnMeta = { sortable: true, align: 'end' };

const WIDTHS: Readonly<Record<LineCell, number>> = {
  distance: 110,
  moving: 116,
  idling: 110,
  standing: 124,
  stops: 84,
  topSpeed: 120,
  speeding: 150,
  fuelUsed: 124,
  alerts: 90,
};

function lineColumn(cell: LineCell): ColumnSpec<ReportRow> {
  return {
    size: WIDTHS[cell],
    meta: NUMBER,
    cell: function LineValue({ row }) {
      const { t } = useTranslation('reports');
      const cells = useLineCells();
      const isStraight =
        cell === 'distance' &&
        row.line.sums.distanceM > 0 &&
        row.line.sums.distanceSource !== 'odometer';
      return (
        <span title={isStraight ? t(`distance.${row.line.sums.distanceSource}`) : undefined}>
          {isStraight && '≈ '}
          {cells(row.line, cell)}
        </span>
      );
    },
  };
}

const SPECS: Readonly<Record<ReportColumn, ColumnSpec<ReportRow>>> = {
  name: {
    size: 200,
    meta: { sortable: true, grows: true },
    cell: ({ row }) => (
      <bdi className={page.cut} title={row.device.name}>
        {row.device.name}
      </bdi>
    ),
  },
  distance: lineColumn('distance'),
  moving: lineColumn('moving'),
  idling: lineColumn('idling'),
  standing: lineColumn('standing'),
  stops: lineColumn('stops'),
  topSpeed: lineColumn('topSpeed'),
  speeding: lineColumn('speeding'),
  fuelUsed: lineColumn('fuelUsed'),
  alerts: lineColumn('alerts'),
  daysKnown: {
    size: 116,
    meta: NUMBER,
    cell: function DaysKnown({ row }) {
      const formats = useFormats();
      return formats.count(row.daysKnown);
    },
  },
};

function HeaderText({ id }: { id: ReportColumn }) {
  const { t } = useTranslation('reports');
  return t(`column.${id}`);
}

export const reportColumns = columnsOf(REPORT_COLUMNS, SPECS, HeaderText);
