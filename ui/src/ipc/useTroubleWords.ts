/** What is kept of a failure, in words: its sentence, and the service's own words where there are any. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from './generated/contract';

export function useTroubleWords(): (trouble: Trouble) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    ({ code, words }) => {
      const sentence = t(`codes.${code}.sentence`);
      return words ? t('inWords', { sentence, words }) : sentence;
    },
    [t],
  );
}
