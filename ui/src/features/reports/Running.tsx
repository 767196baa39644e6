/** How far a report is, and the way to have enough of it. */
import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import { useCounted } from '@/format/useCounted';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ReportState } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';

export function Running({ state: { report, problem } }: { state: ReportState }) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const counted = useCounted();
  const cancelling = useCommand('cancel_report');
  const isFetching = report.stage === 'fetching';
  // Where vehicles were refused it may be the last of those that is told.
  const isHeldUp = isFetching && problem !== null && report.spent + report.refused === 0;
  const [done, total] = isFetching
    ? [report.requestsDone, report.requestsTotal]
    : [report.reckoned, report.devices];
  return (
    <div className={page.running} data-testid="report-running">
      <div className={page.line}>
        <p className={page.text} role="status">
          {isFetching
            ? t('running.fetching', {
                done: formats.count(done),
                requests: counted('requests', total),
                vehicles: counted('vehicles', report.askedDone),
              })
            : t('running.reckoning', {
                done: formats.count(done),
                vehicles: counted('vehicles', total),
              })}
        </p>
        <Progress
          className={page.progress}
          value={total === 0 ? 0 : (100 * done) / total}
          aria-label={t('running.progress')}
        />
        <Button
          size="xs"
          variant="default"
          loading={cancelling.isPending}
          onClick={() => cancelling.mutate({})}
        >
          {t(isFetching ? 'running.enough' : 'running.cancel')}
        </Button>
      </div>
      <p className={page.hint}>{t('running.background')}</p>
      {isHeldUp && <ErrorNotice title={t('running.heldUp')} error={problem} retrying="byItself" />}
      {cancelling.error && (
        <ErrorNotice title={t('running.cancelFailed')} error={cancelling.error.body} />
      )}
    </div>
  );
}
