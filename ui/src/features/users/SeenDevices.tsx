/** The devices that a user sees. */
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRef } from '@/ipc/generated/contract';
import { VirtualList } from '@/table/VirtualList';
import classes from './UserPanel.module.css';

const ROW_PX = 24;

export function SeenDevices({ devices }: { devices: readonly DeviceRef[] }) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  const count = devices.length;
  return (
    <div data-testid="user-sees">
      <p className={panel.hint}>{t('sight.sees', { count, total: formats.count(count) })}</p>
      {count > 0 && (
        <VirtualList
          label={t('sight.seesList')}
          items={devices}
          rowPx={ROW_PX}
          className={classes.seen}
          rowClassName={classes.seenRow}
          takesFocus
        >
          {(device) => (
            <span title={device.name}>
              <bdi>{device.name}</bdi>{' '}
              {!device.isListed && <span className={classes.unlisted}>({t('cell.unlisted')})</span>}
            </span>
          )}
        </VirtualList>
      )}
    </div>
  );
}
