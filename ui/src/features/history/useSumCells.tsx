/** Sums of a trip, a day or all, as the cells that the tables have in common. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import type { EndView, Sums } from '@/ipc/generated/contract';
import type { Column } from './JourneyTable';

export interface SumCells {
  duration(seconds: number): string;
  speed(speedKmh: number | null): ReactNode;
  percent(percent: number | null): ReactNode;
  temperatures(sums: Sums): ReactNode;
  /** The nearest place. */
  place(end: EndView): ReactNode;
  number(title: string): Column;
}

export function useSumCells(): SumCells {
  const { t } = useTranslation('history');
  const formats = useFormats();
  return useMemo(() => {
    const unless = (value: number | null, write: (value: number) => string) =>
      value === null ? <Missing word={t('charts.unknown')} /> : write(value);
    return {
      duration: (seconds) => formats.duration(seconds * 1000),
      speed: (speedKmh) => unless(speedKmh, formats.speed),
      percent: (percent) => unless(percent, formats.percent),
      temperatures: ({ lowestTemperatureC: lowest, highestTemperatureC: highest }) =>
        unless(lowest, (least) =>
          t('tables.temperatures', {
            lowest: formats.temperature(least),
            highest: formats.temperature(highest ?? least),
          }),
        ),
      place: ({ near }) =>
        near ? (
          <bdi>
            {t('tables.near', {
              distance: formats.distance(near.distanceM),
              place: [near.name, near.region].filter(Boolean).join(', '),
            })}
          </bdi>
        ) : (
          <Missing word={t('charts.unknown')} />
        ),
      number: (title) => ({ title, isNumber: true }),
    };
  }, [t, formats]);
}
