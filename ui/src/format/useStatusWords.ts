/** Statuses in words: the name, the rule behind it with its thresholds, and how long it has lasted. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status, StatusSince, Thresholds } from '@/ipc/generated/contract';
import { useFormats } from './FormatProvider';

export interface StatusWords {
  /** "Parked" */
  name(status: Status): string;
  /** What makes a device have it. */
  rule(status: Status): string;
  /** "Parked for 2 h (seen here)" */
  lasting(status: Status, since: StatusSince, now: number): string;
}

const MINUTE_MS = 60_000;

export function useStatusWords(thresholds: Thresholds): StatusWords {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  return useMemo(() => {
    const limits = {
      speed: formats.speed(thresholds.movingSpeedKmh),
      age: formats.duration(thresholds.silentAfterMinutes * MINUTE_MS),
    };
    const name = (status: Status) => t(`status.${status}`);
    return {
      name,
      rule: (status) => t(`rule.${status}`, limits),
      lasting: (status, { at, source }, now) =>
        t(`lasting.${source}`, {
          status: name(status),
          duration: formats.duration(now - Date.parse(at)),
        }),
    };
  }, [t, formats, thresholds.movingSpeedKmh, thresholds.silentAfterMinutes]);
}
