/** Devices that come or go: the count in front, the names behind it. */
import { useTranslation } from 'react-i18next';
import type { DeviceRef } from '@/ipc/generated/contract';
import classes from './effects.module.css';
import { deviceText } from './FieldValueView';
import { useFormats } from './FormatProvider';
import { LongNames } from './LongNames';

/** A screen of names; of more, the count says enough at first. */
const NAMED = 40;

interface Props {
  what: 'added' | 'removed' | 'gains' | 'loses';
  devices: readonly DeviceRef[];
}

export function DeviceLines({ what, devices }: Props) {
  const { t } = useTranslation('fields');
  const formats = useFormats();
  if (devices.length === 0) return null;
  const isMore = what === 'added' || what === 'gains';
  const names = devices.map((device) => deviceText(device, (name) => t('unlisted', { name })));
  return (
    <p className={classes.text} data-what={what}>
      <span className={isMore ? classes.added : classes.removed}>
        {t(what, { count: devices.length, total: formats.count(devices.length) })}
      </span>
      {': '}
      <LongNames names={names} most={NAMED} />
    </p>
  );
}
