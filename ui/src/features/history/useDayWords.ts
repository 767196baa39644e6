/** Days in words. */
import { useMemo } from 'react';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';

export interface DayWords {
  /** "Thu" */
  weekday(day: string): string;
  /** "12" */
  number(day: string): string;
  /** "12 Nov 2026" */
  date(day: string): string;
}

export function useDayWords(): DayWords {
  const formats = useFormats();
  return useMemo(() => {
    const weekdays = new Intl.DateTimeFormat(formats.locale, { weekday: 'short' });
    const numbers = new Intl.DateTimeFormat(formats.locale, { day: 'numeric' });
    const at = (day: string) => new Date(startOfDay(day) ?? day);
    return {
      weekday: (day) => weekdays.format(at(day)),
      number: (day) => numbers.format(at(day)),
      date: (day) => formats.date(at(day).toISOString()),
    };
  }, [formats]);
}
