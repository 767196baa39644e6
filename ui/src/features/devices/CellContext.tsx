/** What every cell needs of the reader, looked up once for the whole list. */
import type { TFunction } from 'i18next';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Formats } from '@/format/formats';
import { type PositionWords, usePositionWords } from '@/format/usePositionWords';
import { type StatusWords, useStatusWords } from '@/format/useStatusWords';
import type { Thresholds } from '@/ipc/generated/contract';

interface CellSurroundings {
  t: TFunction<'devices'>;
  formats: Formats;
  words: StatusWords;
  positions: PositionWords;
  /** Stands in most rows somewhere. */
  missing: string;
}

const Surroundings = createContext<CellSurroundings | null>(null);

interface Props {
  thresholds: Thresholds;
  children: ReactNode;
}

export function CellSurroundingsProvider({ thresholds, children }: Props) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const words = useStatusWords(thresholds);
  const positions = usePositionWords();
  const value = useMemo(
    () => ({ t, formats, words, positions, missing: t('cell.missing') }),
    [t, formats, words, positions],
  );
  return <Surroundings value={value}>{children}</Surroundings>;
}

export function useCell(): CellSurroundings {
  const value = use(Surroundings);
  if (!value) throw new Error('CellSurroundingsProvider is missing above this cell');
  return value;
}
