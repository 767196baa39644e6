/** Asks before signing out, and whether what this computer keeps of the account goes as well. */
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AccountView } from '@/ipc/generated/contract';
import { useSessionCommand } from './useSessionCommand';

interface Props {
  account: AccountView;
  isOpen: boolean;
  onClose(): void;
}

export function SignOutDialog({ account, isOpen, onClose }: Props) {
  const { t } = useTranslation('session');
  const isDemo = account.service === 'demo';
  const title = isDemo ? t('leaveDemo') : t('signOutTitle', { userName: account.userName });
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <Question account={account} onClose={onClose} />
    </Modal>
  );
}

/** Made anew each time it is asked. */
function Question({ account, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation('session');
  const { t: tCommon } = useTranslation();
  const signOut = useSessionCommand('sign_out');
  const [forgetAccount, setForgetAccount] = useState(false);
  const isDemo = account.service === 'demo';
  const signsOut = forgetAccount ? t('signOutAndForget') : t('signOut');
  return (
    <Stack>
      <Text size="sm">{isDemo ? t('leaveDemoText') : t(`signOutTexts.${account.key}`)}</Text>
      {account.key === 'keyring' && (
        <Checkbox
          label={t('forgetAccount')}
          description={t('forgetAccountHint')}
          checked={forgetAccount}
          onChange={(event) => setForgetAccount(event.currentTarget.checked)}
        />
      )}
      {signOut.error && <ErrorNotice title={t('signOutFailed')} error={signOut.error.body} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          {...(forgetAccount && { color: 'red' })}
          loading={signOut.isPending}
          onClick={() => signOut.mutate({ forgetAccount })}
        >
          {isDemo ? t('leaveDemo') : signsOut}
        </Button>
      </Group>
    </Stack>
  );
}
