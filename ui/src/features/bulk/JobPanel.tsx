/** The work that carries a plan out: how far it is, what became of each thing, and what can be done about it. */
import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AnyChange, JobView } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import classes from './bulk.module.css';
import { ItemList } from './ItemList';
import { JobActions } from './JobActions';
import { JobProgress } from './JobProgress';
import { PasswordsNotice } from './PasswordsNotice';

interface Props {
  onSettle(change: AnyChange): void;
  onDismissed(): void;
  /** Closes the panel; the work goes on. */
  onHide(): void;
}

export function JobPanel({ onSettle, onDismissed, onHide }: Props) {
  const { t } = useTranslation('bulk');
  const { data: job, error, refetch } = useQuery(viewQuery('job', {}));
  if (error) {
    return (
      <ErrorNotice title={t('job.unread')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (job === undefined) return <Loader size="sm" role="status" aria-label={t('job.loading')} />;
  if (job === null) return <Text size="sm">{t('job.none')}</Text>;
  return <Shown job={job} onSettle={onSettle} onDismissed={onDismissed} onHide={onHide} />;
}

function Shown({ job, onSettle, onDismissed, onHide }: Props & { job: JobView }) {
  const { t } = useTranslation('bulk');
  const settling = useCommand('job_change');
  const troubleWords = useTroubleWords();
  const { total, sent, done, failed, conflicted, cancelled } = job;
  const waiting = Math.max(0, total - sent - done - failed - conflicted - cancelled);
  return (
    <Stack gap="sm" data-testid="job-panel">
      <JobProgress job={job} />
      {job.trouble && (
        <p className={classes.words}>
          <bdi>{troubleWords(job.trouble)}</bdi>
        </p>
      )}
      {conflicted > 0 && <p className={classes.hint}>{t('job.conflictHint')}</p>}
      <ItemList
        key={job.id}
        source={{ kind: 'job', job }}
        first={null}
        counts={[
          { state: 'failed', count: failed },
          { state: 'conflicted', count: conflicted },
          { state: 'sent', count: sent },
          { state: 'done', count: done },
          { state: 'cancelled', count: cancelled },
          { state: 'waiting', count: waiting },
        ]}
        onSettle={(place) => settling.mutate({ place }, { onSuccess: onSettle })}
      />
      {settling.error && <ErrorNotice title={t('job.notSettled')} error={settling.error.body} />}
      <PasswordsNotice job={job} />
      <JobActions job={job} onDismissed={onDismissed} onHide={onHide} />
    </Stack>
  );
}
