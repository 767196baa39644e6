/** The devices of a group, and the ways to add some: by search, or by a list from elsewhere. */
import { Button, Group } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceRef } from '@/ipc/generated/contract';
import { DeviceChooser } from './DeviceChooser';
import { MemberList } from './MemberList';
import { PasteDevices } from './PasteDevices';

interface Props {
  devices: readonly DeviceRef[];
  onAdd(devices: readonly DeviceRef[]): void;
  onRemove(id: string): void;
}

export function Members({ devices, onAdd, onRemove }: Props) {
  const { t } = useTranslation('groups');
  const formats = useFormats();
  const [opened, setOpened] = useState<'chooser' | 'paste' | null>(null);
  const adding = { members: devices, onAdd, onClose: () => setOpened(null) };
  return (
    <div className={panel.section}>
      <h3 className={panel.sectionTitle} data-testid="member-count">
        {t('members.title', { count: devices.length, total: formats.count(devices.length) })}
      </h3>
      <Group gap="xs">
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setOpened('chooser')}
        >
          {t('chooser.open')}
        </Button>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconClipboardList size={15} aria-hidden />}
          onClick={() => setOpened('paste')}
        >
          {t('paste.open')}
        </Button>
      </Group>
      <MemberList devices={devices} onRemove={onRemove} />
      {opened === 'chooser' && <DeviceChooser {...adding} />}
      {opened === 'paste' && <PasteDevices {...adding} />}
    </div>
  );
}
