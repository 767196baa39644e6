/** Texts with the time that is left until a moment, ticking by the service's clock. */
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '@/format/FormatProvider';

interface Props {
  /** When it ends. */
  until: string;
}

/** How long the app still waits. */
export function PauseLeft({ until }: Props) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  // The last second is one too: "in 0 s" would be over.
  const leftMs = Math.max(1000, Date.parse(until) - useNow());
  return t('goesOnIn', { duration: formats.duration(leftMs) });
}

/** How long the token is still good for. */
export function TokenLeft({ until }: Props) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const leftMs = Math.max(0, Date.parse(until) - useNow());
  return t('tokenLeft', { duration: formats.duration(leftMs) });
}
