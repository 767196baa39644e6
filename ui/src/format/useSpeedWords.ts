/** The unit in which the service's speeds are read, in words: which one, and why. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpeedFinding, SpeedReading, SpeedUnit, SpeedVotes } from '@/ipc/generated/contract';
import { useFormats } from './FormatProvider';

export interface SpeedWords {
  /** "km/h" */
  unit(unit: SpeedUnit): string;
  /** Why the unit in force is the one, in a sentence or some. */
  reason(reading: SpeedReading): string;
  /** "Sent as 15.2, read as m/s" */
  sentAs(speedRaw: number, reading: SpeedReading): string;
}

/** Whether the unit in force is known and nothing that vehicles drove speaks against it. */
export function isCertain({ source, found, unit }: SpeedReading): boolean {
  return source !== 'assumed' && (found === null || found.unit === unit);
}

export function useSpeedWords(): SpeedWords {
  const { t } = useTranslation('speed');
  const formats = useFormats();
  return useMemo(() => {
    const unit = (unit: SpeedUnit) => t(`unit.${unit}`);
    const driven = (stretches: number, vehicles: number) => ({
      stretches: t('stretches', { count: stretches }),
      vehicles: t('vehicles', { count: vehicles }),
    });
    const because = (found: SpeedFinding) =>
      t('found', { unit: unit(found.unit), ...driven(found.stretches, found.vehicles) });
    const found = (found: SpeedFinding) =>
      sentences(
        because(found),
        found.against > 0 && t('against', { count: found.against }),
        t('since', { date: formats.date(found.since) }),
      );
    const gathered = ({ metresPerSecond, kilometresPerHour, vehicles }: SpeedVotes) => {
      const stretches = metresPerSecond + kilometresPerHour;
      if (stretches === 0) return false;
      return t('gathered', {
        ...driven(stretches, vehicles),
        metres: formats.count(metresPerSecond),
        kilometres: formats.count(kilometresPerHour),
      });
    };
    const chosen = (reading: SpeedReading) => {
      const agrees = reading.found?.unit === reading.unit;
      return sentences(
        t('chosen', { unit: unit(reading.unit) }),
        reading.found
          ? t(agrees ? 'agrees' : 'disagrees', { found: because(reading.found) })
          : t('untold'),
      );
    };
    return {
      unit,
      reason: (reading) => {
        if (reading.source === 'chosen') return chosen(reading);
        if (reading.found) return found(reading.found);
        return sentences(t('assumed', { unit: unit(reading.unit) }), gathered(reading.votes));
      },
      sentAs: (speedRaw, reading) =>
        t(reading.source === 'assumed' ? 'sentAsAssumed' : 'sentAs', {
          raw: formats.figure(speedRaw),
          unit: unit(reading.unit),
        }),
    };
  }, [t, formats]);
}

function sentences(...texts: (string | false)[]): string {
  return texts.filter((text) => text !== false).join(' ');
}
