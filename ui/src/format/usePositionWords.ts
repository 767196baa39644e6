/** Positions in words: what is odd about one, and why one is old. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Oddity } from '@/ipc/generated/contract';
import { useFormats } from './FormatProvider';
import { reasonOfAge } from './positionAge';

export interface PositionWords {
  /** "Odd position: dated in the future" */
  sign(oddities: readonly Oddity[]): string;
  /** What a place is called that stands for one that is not believed. */
  lastGood: string;
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
