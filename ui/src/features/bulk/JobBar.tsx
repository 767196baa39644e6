/** The work on every page: how far it is, and the way to it, until someone has put it out of sight. */
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './bulk.module.css';
import { JobMeter } from './JobProgress';
import { useJobWords } from './useJobWords';

export function JobBar({ onOpen }: { onOpen(): void }) {
  // Without an answer nothing is known to run; whoever opens the work is told what is wrong.
  const { data: job } = useQuery(viewQuery('job', {}));
  return job ? <Bar job={job} onOpen={onOpen} /> : null;
}

function Bar({ job, onOpen }: { job: JobView; onOpen(): void }) {
  const { t } = useTranslation('bulk');
  const { headline, remaining } = useJobWords(job);
  return (
    <section aria-label={t('job.bar')} className={classes.bar} data-testid="job-bar">
      <IconListCheck size={16} aria-hidden />
      <span className={classes.barWords}>
        {headline}
        {remaining && ` · ${remaining}`}
      </span>
      <span className={classes.barMeter}>
        <JobMeter job={job} label={t('job.progress')} />
      </span>
      <Button size="compact-xs" variant="default" onClick={onOpen}>
        {t('job.open')}
      </Button>
    </section>
  );
}
