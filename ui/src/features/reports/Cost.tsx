/** What a report takes, before it is made. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PastCostWords } from '@/format/PastCostWords';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ReportOrder } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

export function Cost({ order }: { order: ReportOrder }) {
  const { t } = useTranslation('scope');
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
  return <PastCostWords cost={data} testId="report-cost" />;
}
