/** What a plan costs before it starts: requests and time, and what of that is not sure. */
import { useTranslation } from 'react-i18next';
import { startOfNextDay } from '@/format/days';
import { useFormats, useNow } from '@/format/FormatProvider';
import type { RequestCost } from '@/ipc/generated/contract';
import classes from './bulk.module.css';

/** Nobody plans for less. */
const A_MOMENT_S = 5;
const MINUTE_MS = 60_000;

export function PlanCost({ cost }: { cost: RequestCost }) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const now = useNow(MINUTE_MS);
  const { requests, durationS, perMinute, limitSource } = cost;
  const counted = { count: requests, total: formats.count(requests) };
  if (durationS < A_MOMENT_S) {
    return (
      <p className={classes.hint} data-testid="plan-cost">
        {t('plan.costMoment', counted)}
      </p>
    );
  }
  const end = now + durationS * 1000;
  return (
    <p className={classes.hint} data-testid="plan-cost">
      {t('plan.cost', {
        ...counted,
        duration: formats.duration(durationS * 1000),
        rate: formats.count(perMinute),
      })}{' '}
      {limitSource === 'unknown' && t('plan.costUnknownLimit')}{' '}
      {end > startOfNextDay(now) &&
        t('plan.costPastMidnight', { time: formats.moment(new Date(end).toISOString()) })}
    </p>
  );
}
