/** Sums of a trip, a day or all, as the cells that the tables have in common. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import type { EndView, Sums } from '@/ipc/generated/contract';
import type { Column } from './JourneyTable';

/** The columns of sums that tables of days and of devices have in common. */
export const SUM_COLUMNS = [
  'trips',
  'stops',
  'distance',
  'moving',
  'idling',
  'standing',
  'topSpeed',
  'meanSpeed',
  'fuelUsed',
] as const;

export interface SumCells {
  /** Those of `SUM_COLUMNS`. */
  all(sums: Sums): ReactNode[];
  duration(seconds: number): string;
  speed(speedKmh: number | null): ReactNode;
  percent(percent: number | null): ReactNode;
  temperatures(sums: Sums): ReactNode;
  /** How long each of these input lines was on. */
  inputs(lines: readonly number[], sums: Sums): ReactNode[];
  inputTitles(lines: readonly number[]): Column[];
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
    const duration = (seconds: number) => formats.duration(seconds * 1000);
    const speed = (speedKmh: number | null) => unless(speedKmh, formats.speed);
    const percent = (value: number | null) => unless(value, formats.percent);
    return {
      all: (sums) => [
        formats.count(sums.trips),
        formats.count(sums.stops),
        formats.distance(sums.distanceM),
        duration(sums.movingS),
        duration(sums.idlingS),
        duration(sums.standingS),
        speed(sums.topSpeedKmh),
        speed(sums.meanSpeedKmh),
        percent(sums.fuelUsedPercent),
      ],
      duration,
      speed,
      percent,
      temperatures: ({ lowestTemperatureC: lowest, highestTemperatureC: highest }) =>
        unless(lowest, (least) =>
          t('tables.temperatures', {
            lowest: formats.temperature(least),
            highest: formats.temperature(highest ?? least),
          }),
        ),
      inputs: (lines, { inputsOnS }) =>
        lines.map((line) => unless(inputsOnS[line - 1] ?? null, duration)),
      inputTitles: (lines) =>
        lines.map((line) => ({
          title: line === 1 ? t('charts.ignition') : t('charts.input', { number: line }),
          isNumber: true,
        })),
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

/** The input lines, from 1, that were on at any time. */
export function linesOn({ inputsOnS }: Sums): number[] {
  return inputsOnS.flatMap((seconds, at) => (seconds ? [at + 1] : []));
}
