/** Asks before what is open is left with changes that were not sent. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { validateGroupSearch } from './groupSearch';
import { validateUserSearch } from './userSearch';

interface Props {
  /** What is open; left out where it is nothing by itself. */
  what?: 'group' | 'user' | 'other';
  isChanged: boolean;
}

/** What an address opens; a filter beside it opens nothing else. */
function opened(
  what: 'group' | 'user' | 'other',
  { pathname, search }: { pathname: string; search: object },
) {
  if (what !== 'user') return JSON.stringify([pathname, validateGroupSearch({ ...search })]);
  const { user, copyOf } = validateUserSearch({ ...search });
  return JSON.stringify([pathname, user, copyOf]);
}

export function LeaveGuard({ what = 'other', isChanged }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && opened(what, current) !== opened(what, next),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const stay = () => blocker.reset?.();
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={stay}
      title={t('leave.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{t(`leave.${what}`)}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button size="xs" variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave.go')}
        </Button>
        <Button size="xs" data-autofocus onClick={stay}>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
