/** What the past of several vehicles takes, in words, before it is fetched. */
import { useTranslation } from 'react-i18next';
import type { PastCost } from '@/ipc/generated/contract';
import { useFormats } from './FormatProvider';
import classes from './scope.module.css';
import { useCounted } from './useCounted';

export function PastCostWords({ cost, testId }: { cost: PastCost; testId: string }) {
  const { t } = useTranslation('scope');
  const formats = useFormats();
  const counted = useCounted();
  const { devices, days, requests, durationS, resultsPerDay } = cost;
  if (devices === 0) return <p className={classes.text}>{t('cost.none')}</p>;
  const parts = {
    vehicles: counted('vehicles', devices),
    days: counted('days', days),
    requests: counted('requests', requests),
    duration: formats.duration(Math.max(1, durationS) * 1000),
  };
  return (
    <p className={classes.text} role="status" data-testid={testId}>
      {t(requests === 0 ? 'cost.known' : 'cost.asked', parts)}{' '}
      {resultsPerDay !== null &&
        days > resultsPerDay &&
        requests > 0 &&
        t('cost.moreThanDay', { count: resultsPerDay, total: formats.count(resultsPerDay) })}
    </p>
  );
}
