/** How many alerts there are on each day, as bars with their numbers. */
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Unseen } from '@/components/Unseen';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import type { AlertDayCount } from '@/ipc/generated/contract';
import classes from './alerts.module.css';
import { useCountedAlerts, useDayDate } from './words';

/** Of more days, not each is named with its month. */
const MOST_NAMED = 14;

/** A day of which more may come: "≥ 4", and nothing certain where none is known yet. */
function atLeast(words: string, count: number): string {
  return count === 0 ? '?' : `≥${words}`;
}

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
  const isOpen = days.some(({ unknown }) => unknown > 0);
  const digits = formats.count(most).length + (isOpen ? 2 : 0);
  const words = (day: string, count: number, unknown: number) => {
    const told = t('dayCount', { day: date(day), alerts: alerts(count) });
    return unknown === 0
      ? told
      : `${told}; ${t('dayOpen', { count: unknown, total: formats.count(unknown) })}`;
  };
  return (
    <>
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
          {days.map(({ day, count, unknown }, place) => (
            <li key={day} className={classes.day} title={words(day, count, unknown)}>
              <Unseen>{words(day, count, unknown)}</Unseen>
              <span className={classes.count} aria-hidden>
                {unknown === 0 ? formats.count(count) : atLeast(formats.count(count), count)}
              </span>
              <span
                className={classes.bar}
                data-open={unknown > 0 || undefined}
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
      {isOpen && <p className={page.hint}>{t('openHint')}</p>}
    </>
  );
}
