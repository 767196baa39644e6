/** Devices into groups, or out of them: asks for what is not chosen yet, the groups or the devices. */
import { Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { BulkTask, DeviceSelection } from '@/ipc/generated/contract';
import { DevicesChoice } from './DevicesChoice';
import { FormButtons } from './FormButtons';
import { GroupsChoice } from './GroupsChoice';

export type MembersStart =
  | { of: 'devices'; devices: DeviceSelection; count: number }
  | { of: 'groups'; groups: string[] };

interface Props {
  start: MembersStart;
  /** Into the groups; else out of them. */
  add: boolean;
  onTask(task: BulkTask): void;
  onClose(): void;
}

export function MembersDialog({ start, add, onTask, onClose }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const [chosen, setChosen] = useState<string[]>([]);
  const count = start.of === 'devices' ? start.count : start.groups.length;
  const submit = () => {
    const task =
      start.of === 'devices'
        ? { groups: chosen, devices: start.devices }
        : { groups: start.groups, devices: { kind: 'ids' as const, ids: chosen } };
    onTask({ kind: 'members', add, ...task });
  };
  const Choice = start.of === 'devices' ? GroupsChoice : DevicesChoice;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(add ? 'title.add' : 'title.remove')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length > 0) submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`form.${start.of}`, { count, total: formats.count(count) })}</Text>
          <Choice
            label={t(start.of === 'devices' ? 'form.whichGroups' : 'form.whichDevices')}
            chosen={chosen}
            onChange={setChosen}
          />
          <FormButtons isReady={chosen.length > 0} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
