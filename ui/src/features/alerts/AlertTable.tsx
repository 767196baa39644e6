/** The alerts one by one, newest first; each leads to its day of its vehicle. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/format/days';
import page from '@/format/pastPage.module.css';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertsShown, PastAlertRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useRowWindow } from '@/table/useRowWindow';
import { VirtualTable } from '@/table/VirtualTable';
import { ALERT_COLUMNS, alertColumns } from './alertColumns';

const NO_ROWS: readonly PastAlertRow[] = [];
const ROW_PX = 36;
const SHOWN_ROWS = 14;
const NEWEST_FIRST = { columnId: 'time', descending: true } as const;
const nothing = () => {};

/** The service gives alerts no ids; what tells two apart is all that it says. */
const idOf = ({ at, device, names, text, latitude, longitude }: PastAlertRow) =>
  [at, device.id, names, text, latitude, longitude].join(' ');

interface Props {
  shown: AlertsShown;
  count: number;
  onHistory(device: string, day: string): void;
}

export function AlertTable({ shown, count, onHistory }: Props) {
  const { t } = useTranslation('alerts');
  const listKey = JSON.stringify(shown);
  const { window, onVisible } = useRowWindow(listKey);
  const { data, error, isPlaceholderData, refetch } = useQuery(
    viewQuery('alert_rows', { shown, ...window }),
  );
  if (error && !data) {
    return (
      <ErrorNotice title={t('rowsFailed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  const rows = Math.min(SHOWN_ROWS, Math.max(2, count));
  return (
    <div className={page.rows} style={{ blockSize: (rows + 1) * ROW_PX + 18 }}>
      <VirtualTable<PastAlertRow>
        label={t('table')}
        columns={alertColumns}
        shown={ALERT_COLUMNS}
        rowCount={data?.matched ?? count}
        rows={data?.rows ?? NO_ROWS}
        offset={data?.offset ?? 0}
        rowId={idOf}
        selectedId={null}
        sort={NEWEST_FIRST}
        onSort={nothing}
        onOpen={({ device, at }) => onHistory(device.id, dayText(at))}
        onEscape={nothing}
        onVisible={onVisible}
        listKey={listKey}
        isBusy={!data || isPlaceholderData}
      />
    </div>
  );
}
