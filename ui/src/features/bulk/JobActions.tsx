/** Holds the work, lets it go on, gives up what is left, does again what failed, and writes down what became of it. */
import { Button, Group } from '@mantine/core';
import {
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { JobView } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import classes from './bulk.module.css';
import { UnsavedQuestion } from './UnsavedQuestion';
import { useExport } from './useExport';

interface Props {
  job: JobView;
  onDismissed(): void;
  onHide(): void;
}

export function JobActions({ job, onDismissed, onHide }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  const queries = useQueryClient();
  const show = (next: JobView | null) => queries.setQueryData(viewQuery('job', {}).queryKey, next);
  const pausing = useCommand('pause_job');
  const resuming = useCommand('resume_job');
  const cancelling = useCommand('cancel_job');
  const retrying = useCommand('retry_job');
  const dismissing = useCommand('dismiss_job');
  const exporting = useExport();
  const shown = { onSuccess: show };
  const error = [pausing, resuming, cancelling, retrying, dismissing, exporting].find(
    (command) => command.error,
  )?.error;
  const [asks, setAsks] = useState(false);
  const isUnsaved = job.passwords > 0;
  const dismiss = () =>
    dismissing.mutate(
      {},
      {
        onSuccess: () => {
          show(null);
          onDismissed();
        },
      },
    );
  const isOver = job.state === 'over';
  const again = job.failed + job.cancelled;
  return (
    <>
      {error && <ErrorNotice title={t('job.commandFailed')} error={error.body} />}
      {asks && isUnsaved && (
        <UnsavedQuestion
          isBusy={dismissing.isPending}
          onWithout={dismiss}
          onBack={() => setAsks(false)}
        />
      )}
      <Group gap="xs" className={classes.footer}>
        {job.state === 'running' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerPause size={15} aria-hidden />}
            loading={pausing.isPending}
            onClick={() => pausing.mutate({}, shown)}
          >
            {t('job.pause')}
          </Button>
        )}
        {job.state === 'paused' && (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={resuming.isPending}
            onClick={() => resuming.mutate({}, shown)}
          >
            {t('job.resume')}
          </Button>
        )}
        {!isOver && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={15} aria-hidden />}
            loading={cancelling.isPending}
            onClick={() => cancelling.mutate({}, shown)}
          >
            {t('job.cancel')}
          </Button>
        )}
        {isOver && again > 0 && (
          <Button
            size="xs"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={retrying.isPending}
            onClick={() => retrying.mutate({}, shown)}
          >
            {t('job.retry', { count: again })}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate(job.id)}
        >
          {t('job.export')}
        </Button>
        {isOver ? (
          <Button
            size="xs"
            variant="default"
            ms="auto"
            loading={dismissing.isPending}
            onClick={() => (isUnsaved ? setAsks(true) : dismiss())}
          >
            {t('job.dismiss')}
          </Button>
        ) : (
          <Button size="xs" variant="default" ms="auto" onClick={onHide}>
            {tCommon('close')}
          </Button>
        )}
      </Group>
    </>
  );
}
