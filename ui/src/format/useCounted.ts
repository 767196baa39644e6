/** Numbers of things in words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './FormatProvider';

type Thing = 'vehicles' | 'days' | 'requests' | 'times';

export function useCounted(): (thing: Thing, count: number) => string {
  const { t } = useTranslation('scope');
  const formats = useFormats();
  return useCallback(
    (thing, count) => t(thing, { count, total: formats.count(count) }),
    [t, formats],
  );
}
