/** First and last day as they are typed: what makes no range is said at the field, and asks nothing. */
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayRange, MOST_DAYS, rangeFault } from './dayRange';
import classes from './history.module.css';

/**
 * While a day is typed, digit by digit, the field passes through other days. It counts once the field
 * is left, by Enter, or when nothing more came for so long, as after a choice from the calendar.
 */
const PAUSE_MS = 1_000;

interface Props {
  range: DayRange;
  today: string;
  onRange(range: DayRange): void;
}

const isSame = (one: DayRange, other: DayRange) =>
  one.first === other.first && one.last === other.last;

export function RangeFields({ range, today, onRange }: Props) {
  const { t } = useTranslation('history');
  const [held, setHeld] = useState({ range, typed: range, isLeft: true });
  // Days that were chosen otherwise take the place of what was typed.
  if (!isSame(held.range, range)) setHeld({ range, typed: range, isLeft: true });
  const { typed, isLeft } = held;

  const take = (wanted: DayRange) => {
    if (rangeFault(wanted, today) === null && !isSame(wanted, range)) onRange(wanted);
  };
  const takeLater = useDebouncedCallback(take, PAUSE_MS);
  const leave = () => {
    takeLater.cancel();
    setHeld((before) => ({ ...before, isLeft: true }));
    take(typed);
  };

  const fault = rangeFault(typed, today);
  const isEmpty = fault === 'noFirst' || fault === 'noLast';
  // A day that is not typed to its end is no fault yet.
  const error = fault && (isLeft || !isEmpty) ? t(`fault.${fault}`, { most: MOST_DAYS }) : null;
  const isOfFirst = fault === 'noFirst' || fault === 'future';
  const field = (which: 'first' | 'last') => (
    <TextInput
      type="date"
      size="xs"
      label={t(which)}
      className={classes.dayField}
      max={today}
      value={typed[which]}
      error={(which === 'first') === isOfFirst ? error : null}
      onChange={(event) => {
        const next = { ...typed, [which]: event.currentTarget.value };
        setHeld({ range, typed: next, isLeft: false });
        takeLater(next);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
  return (
    <>
      {field('first')}
      {field('last')}
    </>
  );
}
