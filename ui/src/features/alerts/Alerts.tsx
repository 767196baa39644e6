/** Alerts of the past: whose and of which days is chosen, what is missing is fetched, what is known is shown. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { KeptPastProblem } from '@/format/KeptPastProblem';
import page from '@/format/pastPage.module.css';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertsFetchView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { ChoiceForm } from './ChoiceForm';
import { Fetching } from './Fetching';
import { Found } from './Found';

interface Props {
  onHistory(device: string, day: string): void;
}

export function Alerts({ onHistory }: Props) {
  const { t } = useTranslation('alerts');
  const { data, error, refetch } = useQuery(viewQuery('alerts_fetch', {}));
  if (error && data === undefined) {
    return <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Loader size="sm" role="status" aria-label={t('loading')} />;
  const isRunning = data?.fetch.state === 'running';
  return (
    <div className={page.page}>
      <KeptPastProblem />
      <ChoiceForm last={data?.fetch.of ?? null} isRunning={isRunning} />
      {data === null && <p className={page.empty}>{t('empty')}</p>}
      {data && isRunning && <Fetching fetch={data.fetch} />}
      {data && <Ended view={data} />}
      {data && (
        <Found
          key={JSON.stringify(data.fetch.of)}
          of={data.fetch.of}
          isRunning={isRunning}
          onHistory={onHistory}
        />
      )}
    </div>
  );
}

/** Why not everything came. */
function Ended({ view: { fetch, problem } }: { view: AlertsFetchView }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const { state, spent } = fetch;
  if (state === 'failed' && problem) {
    return <ErrorNotice title={t('ended.failed')} error={problem} />;
  }
  if (state !== 'cancelled' && state !== 'daySpent') return null;
  return (
    <p className={page.text} role="status" data-testid="alerts-ended">
      {state === 'cancelled'
        ? t('ended.cancelled')
        : t('ended.daySpent', { count: spent, total: formats.count(spent) })}
    </p>
  );
}
