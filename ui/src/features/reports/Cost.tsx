/** What a report takes, before it is made. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ReportOrder } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './reports.module.css';
import { useCounted } from './useCounted';

export function Cost({ order }: { order: ReportOrder }) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const counted = useCounted();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...viewQuery('report_cost', order),
    // Days may have been fetched elsewhere meanwhile.
    refetchOnMount: 'always',
  });
  if (error) {
    return (
      <ErrorNotice title={t('cost.failed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (!data || isPlaceholderData) return null;
  const { devices, days, requests, durationS, resultsPerDay } = data;
  if (devices === 0) return <p className={classes.text}>{t('cost.none')}</p>;
  const parts = {
    vehicles: counted('vehicles', devices),
    days: counted('days', days),
    requests: counted('requests', requests),
    duration: formats.duration(Math.max(1, durationS) * 1000),
  };
  return (
    <p className={classes.text} role="status" data-testid="report-cost">
      {t(requests === 0 ? 'cost.known' : 'cost.asked', parts)}{' '}
      {resultsPerDay !== null &&
        days > resultsPerDay &&
        requests > 0 &&
        t('cost.moreThanDay', { count: resultsPerDay, total: formats.count(resultsPerDay) })}
    </p>
  );
}
