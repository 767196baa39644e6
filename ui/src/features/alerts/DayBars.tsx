/** How many alerts there are on each day, as bars with their numbers. */
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Unseen } from '@/components/Unseen';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import type { AlertDayCount } from '@/ipc/generated/contract';
import classes from './alerts.module.css';
import { useCountedAlerts, useDayDate } from './words';

export function DayBars({ days }: { days: readonly AlertDayCount[] }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const alerts = useCountedAlerts();
  const date = useDayDate(formats);
  const short = useMemo(
    () => new Intl.DateTimeFormat(formats.locale, { day: 'numeric', month: 'short' }),
    [formats],
  );
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <section
      aria-label={t('byDay')}
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <ol className={classes.days} data-testid="alert-days">
        {days.map(({ day, count }) => (
          <li key={day} className={classes.day} title={`${date(day)}: ${alerts(count)}`}>
            <Unseen>{t('dayCount', { day: date(day), alerts: alerts(count) })}</Unseen>
            <span className={classes.count} aria-hidden>
              {formats.count(count)}
            </span>
            <span
              className={classes.bar}
              style={{ '--share': count / most } as CSSProperties}
              aria-hidden
            />
            <span className={classes.dayName} aria-hidden>
              {short.format(new Date(startOfDay(day) ?? day))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
