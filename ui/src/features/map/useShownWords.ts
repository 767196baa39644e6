/** How much the map shows, in words. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { ShownCounts } from './shownCounts';

export function useShownWords(): (counts: ShownCounts) => string {
  const { t } = useTranslation('map');
  const { count } = useFormats();
  return ({ vehicles, clusters, devices }) => {
    if (devices === 0) return t('list.nothing');
    const alone = t('list.vehicles', { count: vehicles, total: count(vehicles) });
    if (clusters === 0) return alone;
    const together = t('list.clusters', {
      count: clusters,
      total: count(clusters),
      devices: count(devices - vehicles),
    });
    return vehicles === 0 ? together : t('list.both', { vehicles: alone, clusters: together });
  };
}
