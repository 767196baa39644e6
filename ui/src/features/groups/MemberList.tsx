/** The devices of the group that is edited: some thousands at times, so only those in view are there. */
import { CloseButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { SearchField } from '@/components/SearchField';
import { hasWords } from '@/format/words';
import type { DeviceRef } from '@/ipc/generated/contract';
import classes from './GroupPanel.module.css';

const ROW_PX = 32;

interface Props {
  devices: readonly DeviceRef[];
  onRemove(id: string): void;
}

export function MemberList({ devices, onRemove }: Props) {
  const { t } = useTranslation('groups');
  const [text, setText] = useState('');
  const filter = useRef<HTMLInputElement>(null);
  const shown = useMemo(
    () => devices.filter(({ id, name }) => hasWords(name, text) || id === text.trim()),
    [devices, text],
  );

  const remove = (id: string) => {
    onRemove(id);
    // The row below moves up under the focus; behind the last one there is none.
    if (shown.at(-1)?.id === id) filter.current?.focus();
  };

  return (
    <>
      <SearchField ref={filter} label={t('members.filter')} text={text} onChange={setText} />
      {shown.length > 0 ? (
        <Rows devices={shown} onRemove={remove} />
      ) : (
        <p className={panel.hint}>
          {t(devices.length === 0 ? 'members.none' : 'members.noneMatch')}
        </p>
      )}
    </>
  );
}

function Rows({ devices, onRemove }: Props) {
  const { t } = useTranslation('groups');
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: devices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={classes.members}>
      <ul
        aria-label={t('members.list')}
        className={classes.memberRows}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const device = devices[index];
          return (
            device && (
              <li
                key={index}
                aria-setsize={devices.length}
                aria-posinset={index + 1}
                className={classes.member}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className={classes.memberName}>
                  <bdi className={classes.cut} title={device.name}>
                    {device.name}
                  </bdi>
                  {!device.isListed && (
                    <span className={classes.unlisted}>{t('members.unlisted')}</span>
                  )}
                </span>
                <CloseButton
                  size="sm"
                  aria-label={t('members.remove', { name: device.name })}
                  onClick={() => onRemove(device.id)}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
