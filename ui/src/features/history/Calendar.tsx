/** The days of the range, each with what is known of it: by sign, by colour, and in words. */
import { Tooltip } from '@mantine/core';
import {
  IconCircleDashed,
  IconCircleFilled,
  IconCircleHalf2,
  IconCircleOff,
  IconClockHour4,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { DayState, HistoryDay } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { useDayWords } from './useDayWords';

const SIGNS: Readonly<Record<DayState, typeof IconCircleDashed>> = {
  missing: IconCircleDashed,
  part: IconCircleHalf2,
  stored: IconCircleFilled,
  empty: IconCircleOff,
  future: IconClockHour4,
};

const STATES: readonly DayState[] = ['missing', 'part', 'stored', 'empty', 'future'];

interface Props {
  days: readonly HistoryDay[];
  /** Shows a day by itself. */
  onDay(day: string): void;
}

export function Calendar({ days, onDay }: Props) {
  const { t } = useTranslation('history');
  const states = STATES.filter((state) => days.some((day) => day.state === state));
  return (
    <div className={classes.calendar}>
      <ol className={classes.days} aria-label={t('calendar')} data-testid="history-days">
        {days.map((day) => (
          <li key={day.day}>
            <Cell day={day} isAlone={days.length === 1} onDay={onDay} />
          </li>
        ))}
      </ol>
      <ul className={classes.legend} aria-label={t('legend')}>
        {states.map((state) => {
          const Sign = SIGNS[state];
          return (
            <li key={state}>
              <Sign size={13} aria-hidden className={classes.sign} data-state={state} />
              {t(`state.${state}`)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface CellProps {
  day: HistoryDay;
  isAlone: boolean;
  onDay(day: string): void;
}

function Cell({ day: { day, state, fixes }, isAlone, onDay }: CellProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useDayWords();
  const Sign = SIGNS[state];
  const label = t(`day.${state}`, {
    date: words.date(day),
    count: fixes,
    total: formats.count(fixes),
  });
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={classes.day}
        data-day={day}
        data-state={state}
        aria-label={label}
        aria-current={isAlone ? 'date' : undefined}
        onClick={() => onDay(day)}
      >
        <span aria-hidden className={classes.weekday}>
          {words.weekday(day)}
        </span>
        <span aria-hidden>{words.number(day)}</span>
        <Sign size={13} aria-hidden className={classes.sign} data-state={state} />
      </button>
    </Tooltip>
  );
}
