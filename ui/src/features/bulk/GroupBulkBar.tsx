/** What can be done with the chosen groups. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SelectionBar } from '@/components/SelectionBar';
import { useFormats } from '@/format/FormatProvider';
import type { BulkTask } from '@/ipc/generated/contract';
import { MembersButtons } from './MembersButtons';

interface Props {
  /** Ids of the chosen groups. */
  groups: string[];
  isAll: boolean;
  filterEffect: 'none' | 'kept' | 'dropped';
  onTask(task: BulkTask): void;
  onClear(): void;
}

export function GroupBulkBar({ groups, isAll, filterEffect, onTask, onClear }: Props) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const count = groups.length;
  const label = t(isAll ? 'bar.groupsAll' : 'bar.groups', { count, total: formats.count(count) });
  return (
    <SelectionBar count={count > 0 ? label : null} filterEffect={filterEffect} onClear={onClear}>
      <MembersButtons start={{ of: 'groups', groups }} onTask={onTask} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => onTask({ kind: 'deleteGroups', ids: groups })}
      >
        {t('action.deleteGroups')}
      </Button>
    </SelectionBar>
  );
}
