/** The single device that a user sees. */
import { useTranslation } from 'react-i18next';
import { DeviceSelect } from '@/format/DeviceSelect';
import type { DeviceRef } from '@/ipc/generated/contract';

interface Props {
  value: string;
  /** The device that the user has now. */
  known: DeviceRef | null;
  error: string | null;
  onChange(device: string): void;
}

export function DeviceField(props: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  return (
    <DeviceSelect
      {...props}
      ariaLabel={tFields('label.deviceId')}
      placeholder={t('sight.chooseDevice')}
      nothingFound={t('who.nothing')}
      failed={t('sight.devicesFailed')}
    />
  );
}
