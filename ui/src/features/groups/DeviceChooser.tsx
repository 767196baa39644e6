/** Finds devices by words and adds the checked ones; what was checked stays through other searches. */
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollBox } from '@/components/ScrollBox';
import { SearchField } from '@/components/SearchField';
import { useFormats } from '@/format/FormatProvider';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceRef } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './GroupPanel.module.css';

const SHOWN = 100;
const PAUSE_MS = 120;

interface Props {
  members: readonly DeviceRef[];
  onAdd(devices: readonly DeviceRef[]): void;
  onClose(): void;
}

export function DeviceChooser({ members, onAdd, onClose }: Props) {
  const { t } = useTranslation('groups');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const [chosen, setChosen] = useState<ReadonlyMap<string, DeviceRef>>(new Map());

  const toggle = (devices: readonly DeviceRef[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const device of devices) {
        if (isChosen) next.set(device.id, device);
        else next.delete(device.id);
      }
      return next;
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('chooser.title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Stack gap="xs">
        <SearchField
          label={t('chooser.search')}
          placeholder={t('chooser.placeholder')}
          text={text}
          onChange={setText}
        />
        <Found text={asked} members={members} chosen={chosen} onToggle={toggle} />
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button
            size="xs"
            disabled={chosen.size === 0}
            onClick={() => {
              onAdd([...chosen.values()]);
              onClose();
            }}
          >
            {t('chooser.add', { count: chosen.size, total: formats.count(chosen.size) })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface FoundProps {
  text: string;
  members: readonly DeviceRef[];
  chosen: ReadonlyMap<string, DeviceRef>;
  onToggle(devices: readonly DeviceRef[], isChosen: boolean): void;
}

function Found({ text, members, chosen, onToggle }: FoundProps) {
  const { t } = useTranslation('groups');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(
    viewQuery('device_rows', {
      filter: { ...EVERY_DEVICE, text },
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: SHOWN,
    }),
  );
  if (error) {
    return (
      <ErrorNotice title={t('chooser.failed')} error={error.body} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Text size="sm">{t('chooser.loading')}</Text>;
  if (data.rows.length === 0) {
    return (
      <Text size="sm" role="status">
        {t('chooser.none')}
      </Text>
    );
  }

  const memberIds = new Set(members.map(({ id }) => id));
  const devices = data.rows.map(({ id, name }): DeviceRef => ({ id, name, isListed: true }));
  const free = devices.filter(({ id }) => !memberIds.has(id));
  const chosenHere = free.filter(({ id }) => chosen.has(id)).length;
  const more = data.matched - data.rows.length;
  return (
    <>
      <Checkbox
        size="xs"
        label={t('chooser.all')}
        disabled={free.length === 0}
        checked={free.length > 0 && chosenHere === free.length}
        indeterminate={chosenHere > 0 && chosenHere < free.length}
        onChange={(event) => onToggle(free, event.currentTarget.checked)}
      />
      <ScrollBox label={t('chooser.list')}>
        <div className={classes.found}>
          {devices.map((device) => {
            const isMember = memberIds.has(device.id);
            return (
              <Checkbox
                key={device.id}
                size="xs"
                label={<bdi>{device.name}</bdi>}
                description={isMember && t('chooser.isMember')}
                disabled={isMember}
                checked={isMember || chosen.has(device.id)}
                onChange={(event) => onToggle([device], event.currentTarget.checked)}
              />
            );
          })}
        </div>
      </ScrollBox>
      {more > 0 && (
        <Text size="sm" role="status">
          {t('chooser.more', { count: more, total: formats.count(more) })}
        </Text>
      )}
    </>
  );
}
