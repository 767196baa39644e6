/** The way out when the service rejected the key: forget it, and enter another one. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/ipc/queries';

export function SignInAgain() {
  const { t } = useTranslation('status');
  const signOut = useCommand('sign_out');
  return (
    <Button size="compact-sm" loading={signOut.isPending} onClick={() => signOut.mutate({})}>
      {t('signInAgain')}
    </Button>
  );
}
