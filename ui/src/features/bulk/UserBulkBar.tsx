/** What can be done with the chosen users. */
import { Button, Menu } from '@mantine/core';
import { IconCalendarPlus, IconChevronDown, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectionBar } from '@/components/SelectionBar';
import { useFormats } from '@/format/FormatProvider';
import type { BulkTask, UserSelection } from '@/ipc/generated/contract';
import { UserActionDialog } from './UserActionDialog';
import type { ActionKind } from './userAction';

interface Props {
  selection: UserSelection;
  /** How many users that is. */
  count: number;
  filterEffect: 'none' | 'kept' | 'dropped';
  onTask(task: BulkTask): void;
  onClear(): void;
}

const MORE = ['expire', 'group', 'privileges', 'tags', 'timeZone', 'message'] as const;

export function UserBulkBar({ selection, count, filterEffect, onTask, onClear }: Props) {
  const { t } = useTranslation('bulk');
  const formats = useFormats();
  const [form, setForm] = useState<ActionKind | null>(null);
  const isAll = selection.kind === 'matching' && selection.except.length === 0;
  const label = t(isAll ? 'bar.usersAll' : 'bar.users', { count, total: formats.count(count) });
  return (
    <>
      <SelectionBar count={count > 0 ? label : null} filterEffect={filterEffect} onClear={onClear}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLock size={15} aria-hidden />}
          onClick={() => setForm('disable')}
        >
          {t('action.disable')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconLockOpen size={15} aria-hidden />}
          onClick={() => onTask({ kind: 'users', selection, action: { kind: 'enable' } })}
        >
          {t('action.enable')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendarPlus size={15} aria-hidden />}
          onClick={() => setForm('extend')}
        >
          {t('action.extend')}
        </Button>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('action.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {MORE.map((kind) => (
              <Menu.Item key={kind} onClick={() => setForm(kind)}>
                {t(`action.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </SelectionBar>
      {form && (
        <UserActionDialog
          kind={form}
          selection={selection}
          count={count}
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
