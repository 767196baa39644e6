/** What a report is about, in words. */
import { useTranslation } from 'react-i18next';
import { startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import { useCounted } from '@/format/useCounted';
import type { ReportView } from '@/ipc/generated/contract';

/** A day in words. */
export function useDayWords(): (day: string) => string {
  const formats = useFormats();
  return (day) => formats.date(startOfDay(day) ?? day);
}

export function useReportTitle({ devices, order: { first, last } }: ReportView): string {
  const { t } = useTranslation('reports');
  const counted = useCounted();
  const words = useDayWords();
  return t(first === last ? 'resultDay' : 'result', {
    vehicles: counted('vehicles', devices),
    first: words(first),
    last: words(last),
  });
}
