/** How many alerts there are on each day, as bars with their numbers. */
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Unseen } from '@/components/Unseen';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import type { AlertDayCount } from '@/ipc/generated/contract';
import classes from './alerts.module.css';
import { useCountedAlerts, useDayDate } from './words';

/** Of more days, not each is named with its month. */
const MOST_NAMED = 14;

export function DayBars({ days }: { days: readonly AlertDayCount[] }) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const alerts = useCountedAlerts();
  const date = useDayDate(formats);
  const names = useMemo(() => {
    const long = new Intl.DateTimeFormat(formats.locale, { day: 'numeric', month: 'short' });
    const short = new Intl.DateTimeFormat(formats.locale, { day: 'numeric' });
    return days.map(({ day }, place) => {
      const at = new Date(startOfDay(day) ?? day);
      // Of many days the month is named where it begins.
      const isLong = days.length <= MOST_NAMED || place === 0 || at.getDate() === 1;
      return (isLong ? long : short).format(at);
    });
  }, [days, formats]);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const digits = formats.count(most).length;
  return (
    <section
      aria-label={t('byDay')}
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <ol
        className={classes.days}
        data-testid="alert-days"
        style={{ '--digits': digits } as CSSProperties}
      >
        {days.map(({ day, count }, place) => (
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
              {names[place]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
