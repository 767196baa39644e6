/** What stands in the way of the chosen map, in a sentence. */
import { useTranslation } from 'react-i18next';
import type { MapTrouble } from '@/ipc/generated/contract';

export function useMapTroubleWords(): (trouble: MapTrouble) => string {
  const { t } = useTranslation('baseMap');
  return ({ place, kind }) => {
    const isFile =
      kind === 'fileMissing' || kind === 'fileUnreadable' || place.endsWith('.pmtiles');
    return t(isFile ? 'trouble.file' : 'trouble.server', { place, why: t(`why.${kind}`) });
  };
}
