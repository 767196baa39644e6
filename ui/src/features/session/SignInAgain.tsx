/** The way out when the service rejected the key: forget it, and enter another one. */
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { errorTexts } from '@/ipc/errors';
import { useSessionCommand } from './useSessionCommand';

export function SignInAgain() {
  const { t } = useTranslation('session');
  const { t: tError } = useTranslation('errors');
  const signOut = useSessionCommand('sign_out');
  const failure = signOut.error && errorTexts(tError, signOut.error.body);
  return (
    <>
      <Button
        size="compact-sm"
        loading={signOut.isPending}
        onClick={() => signOut.mutate({ forgetAccount: false })}
      >
        {t('signInAgain')}
      </Button>
      {failure && (
        <Text size="sm">
          {t('signOutFailed')}: {failure.sentence} {failure.wayOut}
        </Text>
      )}
    </>
  );
}
