/** The vehicles of a report. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import page from '@/format/pastPage.module.css';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ReportKey, ReportRow, ReportView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';
import { VirtualTable } from '@/table/VirtualTable';
import { REPORT_COLUMNS, reportColumns } from './reportColumns';

const NO_ROWS: readonly ReportRow[] = [];
const idOf = ({ id }: ReportRow) => id;
const ROW_PX = 36;
const SHOWN_ROWS = 14;
const nothing = () => {};

interface Props {
  report: ReportView;
  onOpen(id: string): void;
}

export function ReportTable({ report, onOpen }: Props) {
  const { t } = useTranslation('reports');
  const [sort, setSort] = useState<{ key: ReportKey; descending: boolean }>({
    key: 'name',
    descending: false,
  });
  const listKey = `${report.number} ${sort.key} ${sort.descending}`;
  const { window, onVisible } = useRowWindow(listKey);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    viewQuery('report_rows', { ...sort, ...window }),
  );
  if (error && !data) {
    return (
      <ErrorNotice title={t('rowsFailed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  // Numbers are looked at from the highest on.
  const onSort = (columnId: string) => {
    const key = columnId as ReportKey;
    setSort((before) => ({
      key,
      descending: before.key === key ? !before.descending : key !== 'name',
    }));
  };
  const rows = Math.min(SHOWN_ROWS, Math.max(2, report.devices));
  return (
    <div className={page.rows} style={{ blockSize: (rows + 1) * ROW_PX + 18 }}>
      <VirtualTable<ReportRow>
        label={t('table')}
        columns={reportColumns}
        shown={REPORT_COLUMNS}
        rowCount={data?.matched ?? report.devices}
        rows={data?.rows ?? NO_ROWS}
        offset={data?.offset ?? 0}
        rowId={idOf}
        selectedId={null}
        sort={{ columnId: sort.key, descending: sort.descending }}
        onSort={onSort}
        onOpen={({ id }) => onOpen(id)}
        onEscape={nothing}
        onVisible={onVisible}
        listKey={listKey}
        isBusy={!data || isPlaceholderData}
      />
    </div>
  );
}
