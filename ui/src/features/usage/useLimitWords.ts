/** What is known of the limit of the minute; nothing that is not. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Pace } from '@/ipc/generated/contract';

export function useLimitWords({ limitPerMinute, limitSource }: Pace): string {
  const { t } = useTranslation('usage');
  const limit = useFormats().count(limitPerMinute);
  return t(`limit.${limitSource}`, { limit });
}
