/** How many critical alerts nobody has seen yet, and which. A notification that is clicked leads on from here. */
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import { UnreadList } from './UnreadList';
import classes from './unread.module.css';
import { useAlertReader } from './useAlertReader';
import { useSeenWhereOpen } from './useSeenWhereOpen';

/** The bell has no room for more. */
const MOST_SHOWN = 99;

interface Props {
  /** The device whose panel is open. */
  openDevice: string | null;
  /** Stays the same from one drawing to the next. */
  onOpen(device: string): void;
}

export function UnreadBell({ openDevice, onOpen }: Props) {
  const { t } = useTranslation('unread');
  const formats = useFormats();
  const [isOpen, panel] = useDisclosure();
  const { data, error } = useQuery(viewQuery('unread_alerts', {}));
  const alerts = data?.alerts ?? [];
  useAlertReader();
  useSeenWhereOpen(openDevice, data);
  const called = data?.called ?? null;
  useEffect(() => {
    if (called !== null) onOpen(called);
  }, [called, onOpen]);
  const count = alerts.length;
  const name = count === 0 ? t('bellNone') : t('bell', { count, total: formats.count(count) });
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? panel.open() : panel.close())}
      position="bottom-end"
      width={360}
      trapFocus
      returnFocus
      withinPortal
    >
      <Indicator
        disabled={count === 0}
        label={count > MOST_SHOWN ? `${MOST_SHOWN}+` : formats.count(count)}
        size={16}
        offset={4}
        classNames={{ indicator: classes.count }}
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={name}
            title={name}
            data-testid="unread-bell"
            onClick={panel.toggle}
          >
            <IconBell size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="sm" aria-label={t('title')}>
        <UnreadList
          alerts={alerts}
          error={error?.body ?? null}
          onOpen={(device) => {
            panel.close();
            onOpen(device);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
