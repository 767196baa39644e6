/** How the work stands, in words. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { JobView } from '@/ipc/generated/contract';

export function useJobWords(job: JobView) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const { state, total, done, failed, conflicted, cancelled, remainingS } = job;
  const ended = done + failed + conflicted + cancelled;
  const open = failed + conflicted;
  const numbers = { done: formats.count(ended), total: formats.count(total), count: total };
  const over =
    open > 0
      ? t('job.overOpen', { count: open, total: formats.count(open) })
      : cancelled > 0
        ? t('job.overCancelled', { count: cancelled, total: formats.count(cancelled) })
        : t('job.overDone', { count: total, total: formats.count(total) });
  return {
    headline: state === 'over' ? over : t(`job.${state}`, numbers),
    remaining:
      state === 'running' && remainingS > 0
        ? t('job.remaining', { duration: formats.duration(remainingS * 1000) })
        : null,
  };
}
