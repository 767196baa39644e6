/** The devices of the group that is edited: some thousands at times, so only those in view are there. */
import { CloseButton } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { SearchField } from '@/components/SearchField';
import { hasWords } from '@/format/words';
import type { DeviceRef } from '@/ipc/generated/contract';
import { VirtualList } from '@/table/VirtualList';
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
  return (
    <VirtualList
      label={t('members.list')}
      items={devices}
      rowPx={ROW_PX}
      className={classes.members}
      rowClassName={classes.member}
    >
      {(device) => (
        <>
          <span className={classes.memberName}>
            <bdi className={classes.cut} title={device.name}>
              {device.name}
            </bdi>
            {!device.isListed && <span className={classes.unlisted}>{t('members.unlisted')}</span>}
          </span>
          <CloseButton
            size="sm"
            aria-label={t('members.remove', { name: device.name })}
            onClick={() => onRemove(device.id)}
          />
        </>
      )}
    </VirtualList>
  );
}
