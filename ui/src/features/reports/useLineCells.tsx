/** Lines of a report as cells: of a vehicle, a day, or all. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '@/components/Missing';
import { useFormats } from '@/format/FormatProvider';
import { useCounted } from '@/format/useCounted';
import type { ReportLine } from '@/ipc/generated/contract';

export const LINE_CELLS = [
  'distance',
  'moving',
  'idling',
  'standing',
  'stops',
  'topSpeed',
  'speeding',
  'fuelUsed',
  'alerts',
] as const;

export type LineCell = (typeof LINE_CELLS)[number];

export function useLineCells(): (line: ReportLine, cell: LineCell) => ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const counted = useCounted();
  return useMemo(() => {
    const unless = <T,>(value: T | null, write: (value: T) => ReactNode) =>
      value === null ? <Missing word={t('unknown')} /> : write(value);
    const duration = (seconds: number) => formats.duration(seconds * 1000);
    return ({ sums, speeding, alerts }, cell) =>
      ({
        distance: () => formats.distance(sums.distanceM),
        moving: () => duration(sums.movingS),
        idling: () => duration(sums.idlingS),
        standing: () => duration(sums.standingS),
        stops: () => formats.count(sums.stops),
        topSpeed: () => unless(sums.topSpeedKmh, formats.speed),
        speeding: () =>
          unless(speeding, ({ times, durationS }) =>
            times === 0
              ? formats.count(0)
              : t('speedingOf', {
                  times: counted('times', times),
                  duration: duration(durationS),
                }),
          ),
        fuelUsed: () => unless(sums.fuelUsedPercent, formats.percent),
        alerts: () => formats.count(alerts),
      })[cell]();
  }, [t, formats, counted]);
}
