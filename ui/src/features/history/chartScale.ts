/** How each measured thing is named, converted and written in the reader's units. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { speedIn, temperatureIn } from '@/format/units';
import type { ReadingKind } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';

export type ChartKind = 'speed' | ReadingKind;

export interface ChartScale {
  name: string;
  unit: string;
  /** From the contract's unit to the reader's. */
  toShown(value: number): number;
  /** A value of the contract, with its unit. */
  valueText(value: number): string;
  /** A value of the reader's unit, for an axis. */
  axisText(value: number): string;
  isFromZero: boolean;
}

const same = (value: number) => value;

export function useChartScale(kind: ChartKind): ChartScale {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { units } = useSettings();
  return useMemo(() => {
    const base = { name: t(`charts.${kind}`), axisText: formats.figure, isFromZero: true };
    const isMetric = units === 'metric';
    switch (kind) {
      case 'speed':
        return {
          ...base,
          unit: isMetric ? 'km/h' : 'mph',
          toShown: (value) => speedIn(units, value).value,
          valueText: formats.speed,
        };
      case 'temperature':
      case 'temperature2':
        return {
          ...base,
          unit: isMetric ? '°C' : '°F',
          toShown: (value) => temperatureIn(units, value).value,
          valueText: formats.temperature,
          isFromZero: false,
        };
      case 'engineRpm':
        return {
          ...base,
          unit: t('charts.rpm'),
          toShown: same,
          valueText: (value) => t('charts.rpmValue', { value: formats.count(value) }),
        };
      default:
        return { ...base, unit: '%', toShown: same, valueText: formats.percent };
    }
  }, [kind, units, formats, t]);
}
