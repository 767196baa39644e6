/** What every cell needs of the reader, looked up once for the whole table. */
import type { TFunction } from 'i18next';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Formats } from '@/format/formats';

interface CellSurroundings {
  t: TFunction<'users'>;
  formats: Formats;
  /** Stands in most rows somewhere. */
  missing: string;
}

const Surroundings = createContext<CellSurroundings | null>(null);

export function CellSurroundingsProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  const value = useMemo(() => ({ t, formats, missing: t('cell.missing') }), [t, formats]);
  return <Surroundings value={value}>{children}</Surroundings>;
}

export function useCell(): CellSurroundings {
  const value = use(Surroundings);
  if (!value) throw new Error('CellSurroundingsProvider is missing above this cell');
  return value;
}
