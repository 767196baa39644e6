/** The devices that a user sees: some thousands at times, so only those in view are there. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRef } from '@/ipc/generated/contract';
import classes from './UserPanel.module.css';

const ROW_PX = 24;

export function SeenDevices({ devices }: { devices: readonly DeviceRef[] }) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: devices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const count = devices.length;
  return (
    <div data-testid="user-sees">
      <p className={panel.hint}>{t('sight.sees', { count, total: formats.count(count) })}</p>
      {count > 0 && (
        <section
          ref={scroller}
          aria-label={t('sight.seesList')}
          className={classes.seen}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          <ul
            aria-label={t('sight.seesList')}
            className={classes.seenRows}
            style={{ blockSize: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const device = devices[index];
              return (
                device && (
                  <li
                    key={index}
                    aria-setsize={count}
                    aria-posinset={index + 1}
                    className={classes.seenRow}
                    style={{ transform: `translateY(${start}px)` }}
                    title={device.name}
                  >
                    <bdi>{device.name}</bdi>{' '}
                    {!device.isListed && (
                      <span className={classes.unlisted}>({t('cell.unlisted')})</span>
                    )}
                  </li>
                )
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
