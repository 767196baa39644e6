/** How far a fetch of alerts is, and the way to stop it. */
import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import { useCounted } from '@/format/useCounted';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertsFetch } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';

export function Fetching({ fetch }: { fetch: AlertsFetch }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const counted = useCounted();
  const stopping = useCommand('cancel_alerts_fetch');
  const { requestsDone, requestsTotal, devicesDone } = fetch;
  return (
    <div className={page.running} data-testid="alerts-running">
      <div className={page.line}>
        <p className={page.text} role="status">
          {t('running.fetching', {
            done: formats.count(requestsDone),
            requests: counted('requests', requestsTotal),
            vehicles: counted('vehicles', devicesDone),
          })}
        </p>
        <Progress
          className={page.progress}
          value={requestsTotal === 0 ? 0 : (100 * requestsDone) / requestsTotal}
          aria-label={t('running.progress')}
        />
        <Button
          size="xs"
          variant="default"
          loading={stopping.isPending}
          onClick={() => stopping.mutate({})}
        >
          {t('running.stop')}
        </Button>
      </div>
      <p className={page.hint}>{t('running.background')}</p>
      {stopping.error && (
        <ErrorNotice title={t('running.stopFailed')} error={stopping.error.body} />
      )}
    </div>
  );
}
