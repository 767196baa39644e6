/** Why a thing can't be changed so, in words; null where nothing stands in the way. */
import { useTranslation } from 'react-i18next';
import { isolated } from '@/format/words';
import type { ItemRow } from '@/ipc/generated/contract';

export function useWhy({ isGone, problem }: ItemRow): string | null {
  const { t } = useTranslation('bulk');
  const { t: tFields } = useTranslation('fields');
  if (isGone) return t('why.gone');
  if (!problem) return null;
  const { rule, field, column, value } = problem;
  // The title as the file says it is what the person looks for.
  const named = column ? isolated(column) : field ? tFields(`label.${field}`) : t('why.something');
  const why = t(`why.${rule}`, { field: named });
  return value ? `${why} ${t('why.said', { value: isolated(value) })}` : why;
}
