/** Alerts in words: their kinds, how many, and their days. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import type { Formats } from '@/format/formats';
import { useAlertWords } from '@/format/useAlertWords';

interface Told {
  names: readonly string[];
  text: string | null;
}

export interface KindWords {
  /** A kind, with an alert of it in the service's words. */
  kind(name: string, text: string | null): string;
  /** All that an alert was raised for. */
  alert(told: Told): string;
}

export function useKindWords(): KindWords {
  const { t } = useTranslation('alerts');
  const words = useAlertWords();
  const kind = (name: string, text: string | null) => words(name, text) || t('unnamed');
  return {
    kind,
    alert: ({ names, text }) => {
      if (names.length === 0) return text?.trim() || t('unnamed');
      // The service's words are of all names together.
      return names.map((name) => kind(name, names.length === 1 ? text : null)).join(', ');
    },
  };
}

/** "12 alerts" */
export function useCountedAlerts(): (count: number) => string {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  return useCallback((count) => t('alerts', { count, total: formats.count(count) }), [t, formats]);
}

/** A day in words. */
export function useDayDate(formats: Formats): (day: string) => string {
  return (day) => formats.date(startOfDay(day) ?? day);
}
