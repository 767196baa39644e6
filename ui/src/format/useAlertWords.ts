/** Alerts in words: the known ones in the reader's language, others as they come. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { alertName } from './alertName';

/** Words of an alert's code; `text` is what the service says of it, for a code that isn't known. */
export type AlertWords = (code: string, text?: string | null) => string;

export function useAlertWords(): AlertWords {
  const { t } = useTranslation('alertNames');
  return useCallback(
    (code, text) => {
      const name = alertName(code);
      return name ? t(name) : text?.trim() || code;
    },
    [t],
  );
}
