/** What this computer keeps of the account's fleet for the next start, and how to delete it. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';

export function LastKnownSetting() {
  const { t } = useTranslation('settings');
  const [isAsking, asking] = useDisclosure();
  const { data } = useQuery(viewQuery('account_settings', {}));
  if (!data) return null;
  const { lastKnown } = data;
  return (
    <div>
      <Text size="sm">{t('lastKnown')}</Text>
      <Text size="xs" c="dimmed" mb={6} role="status" data-testid="last-known">
        {t(`lastKnownStates.${lastKnown}`)}
      </Text>
      {lastKnown === 'kept' && (
        <Button size="compact-sm" variant="default" onClick={asking.open}>
          {t('forgetLastKnown')}
        </Button>
      )}
      <Modal opened={isAsking} onClose={asking.close} title={t('forgetLastKnownTitle')}>
        <Question onClose={asking.close} />
      </Modal>
    </div>
  );
}

function Question({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const forget = useCommand('forget_last_known');
  return (
    <Stack>
      <Text size="sm">{t('forgetLastKnownText')}</Text>
      {forget.error && <ErrorNotice title={t('forgetLastKnownFailed')} error={forget.error.body} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          color="red"
          loading={forget.isPending}
          onClick={() => forget.mutate({}, { onSuccess: onClose })}
        >
          {t('forgetLastKnown')}
        </Button>
      </Group>
    </Stack>
  );
}
