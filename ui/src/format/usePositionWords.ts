/** Positions in words: what is odd about one, and why one is old. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Oddity } from '@/ipc/generated/contract';
import { useFormats } from './FormatProvider';
import { hidesPlace } from './oddities';
import { reasonOfAge } from './positionAge';

interface Clocks {
  fixAt: string;
  askedAt: string | null;
  oddities: readonly Oddity[];
}

export interface PositionWords {
  /** "Odd position: dated in the future" */
  sign(oddities: readonly Oddity[]): string;
  /** What a place is called that stands for one that is not believed. */
  lastGood: string;
  /** How old a position is, and how long ago the service was asked. */
  clocks(shown: Clocks, now: number): string[];
  /** Why a position is old; null for one that is not. */
  whyOld(fixAt: string, askedAt: string | null, now: number): string | null;
}

export function usePositionWords(): PositionWords {
  const { t } = useTranslation('position');
  const formats = useFormats();
  return useMemo(
    () => ({
      sign: (oddities) =>
        t('sign', { what: oddities.map((oddity) => t(`name.${oddity}`)).join(', ') }),
      lastGood: t('lastGood'),
      clocks: ({ fixAt, askedAt, oddities }, now) => {
        const age = (at: string) => ({ age: formats.age(now - Date.parse(at)) });
        const measured = t(hidesPlace(oddities) ? 'measuredGood' : 'measured', age(fixAt));
        return askedAt === null ? [measured] : [measured, t('asked', age(askedAt))];
      },
      whyOld: (fixAt, askedAt, now) => {
        if (askedAt === null) return null;
        const asked = Date.parse(askedAt);
        const reason = reasonOfAge(Date.parse(fixAt), asked, now);
        return reason && t(`old.${reason}`, { age: formats.age(now - asked) });
      },
    }),
    [t, formats],
  );
}
