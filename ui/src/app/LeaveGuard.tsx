/** Asks before the open group is left with changes that were not sent. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { validateGroupSearch } from './groupSearch';

/** The group that an address opens. */
function opened({ pathname, search }: { pathname: string; search: object }): string {
  return JSON.stringify([pathname, validateGroupSearch({ ...search })]);
}

export function LeaveGuard({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation('groups');
  const { t: tCommon } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && opened(current) !== opened(next),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const stay = () => blocker.reset?.();
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={stay}
      title={t('leave.title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Text size="sm">{t('leave.text')}</Text>
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
