/** How far the work is, as a bar and in words. */
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { JobView } from '@/ipc/generated/contract';
import classes from './bulk.module.css';
import { useJobWords } from './useJobWords';

const PARTS = [
  { of: 'done', color: 'tower' },
  { of: 'failed', color: 'red' },
  { of: 'conflicted', color: 'orange' },
  { of: 'cancelled', color: 'gray' },
] as const;

export function JobProgress({ job }: { job: JobView }) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const words = useJobWords(job);
  return (
    <div className={classes.section}>
      <p className={classes.changes} role="status" data-testid="job-words">
        {words.headline}
      </p>
      <JobMeter job={job} label={t('job.progress')} />
      <p className={classes.hint}>
        {PARTS.filter(({ of }) => of === 'done' || job[of] > 0)
          .map(({ of }) => t(`job.count.${of}`, { count: job[of], total: formats.count(job[of]) }))
          .join(' · ')}
        {words.remaining && ` · ${words.remaining}`}
      </p>
    </div>
  );
}

export function JobMeter({ job, label }: { job: JobView; label: string }) {
  const share = (count: number) => (job.total === 0 ? 0 : (100 * count) / job.total);
  const ended = PARTS.reduce((sum, { of }) => sum + job[of], 0);
  return (
    <Progress.Root
      size="md"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={job.total}
      aria-valuenow={ended}
    >
      {PARTS.map(({ of, color }) => (
        <Progress.Section key={of} withAria={false} value={share(job[of])} color={color} />
      ))}
    </Progress.Root>
  );
}
