/** Devices that come or go: the count in front, the names behind it. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRef } from '@/ipc/generated/contract';
import classes from './changes.module.css';

interface Props {
  what: 'added' | 'removed' | 'gains' | 'loses';
  devices: readonly DeviceRef[];
}

/** A name keeps its own direction, and does not turn its neighbours around. */
const isolated = (name: string) => `\u2068${name}\u2069`;

export function DeviceLines({ what, devices }: Props) {
  const { t } = useTranslation('changes');
  const formats = useFormats();
  if (devices.length === 0) return null;
  const isMore = what === 'added' || what === 'gains';
  // One text, not an element a device: there may be thousands of them for each of many users.
  const names = devices
    .map(({ name, isListed }) => (isListed ? name : t('unlisted', { name })))
    .map(isolated)
    .join(', ');
  return (
    <p className={classes.text} data-what={what}>
      <span className={isMore ? classes.added : classes.removed}>
        {t(what, { count: devices.length, total: formats.count(devices.length) })}
      </span>
      {': '}
      {names}
    </p>
  );
}
