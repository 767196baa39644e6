/** The two ways to change which devices are in which groups. */
import { Button } from '@mantine/core';
import { IconFolderMinus, IconFolderPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkTask } from '@/ipc/generated/contract';
import { MembersDialog, type MembersStart } from './MembersDialog';

interface Props {
  start: MembersStart;
  onTask(task: BulkTask): void;
}

export function MembersButtons({ start, onTask }: Props) {
  const { t } = useTranslation('bulk');
  const [form, setForm] = useState<'add' | 'remove' | null>(null);
  const words = start.of === 'devices' ? 'ToGroups' : 'Devices';
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderPlus size={15} aria-hidden />}
        onClick={() => setForm('add')}
      >
        {t(`action.add${words}`)}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderMinus size={15} aria-hidden />}
        onClick={() => setForm('remove')}
      >
        {t(`action.remove${words}`)}
      </Button>
      {form && (
        <MembersDialog
          start={start}
          add={form === 'add'}
          onTask={(task) => {
            setForm(null);
            onTask(task);
          }}
          onClose={() => setForm(null)}
        />
      )}
    </>
  );
}
