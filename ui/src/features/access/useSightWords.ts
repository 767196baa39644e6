/** What a user sees and why, in words. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { isolated } from '@/format/words';
import type { Sight } from '@/ipc/generated/contract';

export function useSightWords() {
  const { t } = useTranslation('access');
  const formats = useFormats();
  return {
    reason({ group, isGroupKnown, device }: Sight): string {
      const reasons = [
        group !== null &&
          t(isGroupKnown ? 'reason.group' : 'reason.lostGroup', { group: isolated(group) }),
        device && t('reason.device', { device: isolated(device.name) }),
      ].filter(Boolean);
      return reasons.length === 0 ? t('reason.unlimited') : reasons.join(' · ');
    },
    sees({ devices }: Sight): string {
      if (devices === null) return t('cell.notTold');
      return devices === 0
        ? t('cell.nothing')
        : t('cell.devices', { count: devices, total: formats.count(devices) });
    },
  };
}
