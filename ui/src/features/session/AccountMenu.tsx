/** Whose account is open, and the way out of it. */
import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import { useSessionCommand } from './useSessionCommand';

export function AccountMenu() {
  const { t } = useTranslation('session');
  const { t: tCommon } = useTranslation();
  const { data: session } = useQuery(viewQuery('session', {}));
  const [isAsking, asking] = useDisclosure();
  const signOut = useSessionCommand('sign_out');
  const account = session?.account;
  if (!account) return null;
  const isDemo = account.service === 'demo';
  const leave = isDemo ? t('leaveDemo') : t('signOut');
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconUserCircle size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {isDemo ? t('services.demo') : account.userName}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {t(`services.${account.service}`)}
            <br />
            {account.baseUrl}
            {!isDemo && (
              <>
                <br />
                {t(`keyPlaces.${account.key}`)}
              </>
            )}
          </Menu.Label>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={asking.open}>
            {leave}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isAsking} onClose={asking.close} title={isDemo ? leave : t('signOutTitle')}>
        <Stack>
          <Text size="sm">{isDemo ? t('leaveDemoText') : t(`signOutTexts.${account.key}`)}</Text>
          {signOut.error && <ErrorNotice title={t('signOutFailed')} error={signOut.error.body} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={asking.close}>
              {tCommon('cancel')}
            </Button>
            <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
              {leave}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
