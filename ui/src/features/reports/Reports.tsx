/** A report is ordered, made, and shown. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import page from '@/format/pastPage.module.css';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceSelection, ReportState } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { OrderForm } from './OrderForm';
import { Result } from './Result';
import { Running } from './Running';

interface Props {
  /** What was selected elsewhere. */
  selection: DeviceSelection | null;
  onHistory(device: string, days: { first: string; last: string }): void;
}

export function Reports({ selection, onHistory }: Props) {
  const { t } = useTranslation('reports');
  const { data, error, refetch } = useQuery(viewQuery('report', {}));
  if (error && data === undefined) {
    return (
      <ErrorNotice title={t('reportFailed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (data === undefined) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  const stage = data?.report.stage;
  const isRunning = stage === 'fetching' || stage === 'reckoning';
  return (
    <div className={page.page}>
      <OrderForm selection={selection} last={data?.report.order ?? null} isRunning={isRunning} />
      {data && isRunning && <Running state={data} />}
      {data && !isRunning && <Ended state={data} onHistory={onHistory} />}
      {data === null && <p className={page.empty}>{t('empty')}</p>}
    </div>
  );
}

function Ended({ state, onHistory }: { state: ReportState } & Pick<Props, 'onHistory'>) {
  const { t } = useTranslation('reports');
  const { report, problem } = state;
  if (report.stage === 'cancelled') {
    return (
      <p className={page.text} role="status">
        {t('ended.cancelled')}
      </p>
    );
  }
  return (
    <>
      {problem && (report.stage === 'failed' || report.fetched === 'failed') && (
        <ErrorNotice
          title={t(report.stage === 'failed' ? 'ended.failed' : 'partial.failed')}
          error={problem}
        />
      )}
      {report.result && (
        <Result key={report.number} report={report} result={report.result} onHistory={onHistory} />
      )}
    </>
  );
}
