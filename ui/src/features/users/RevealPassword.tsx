/** Shows a password that the app made, once, with a way to copy it. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorBodyOf } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ErrorBody } from '@/ipc/generated/contract';
import { platform } from '@/platform';
import classes from './UserPanel.module.css';
import type { Generated } from './useGenerated';

interface Props {
  number: number;
  generated: Generated;
}

export function RevealPassword({ number, generated }: Props) {
  const { t } = useTranslation('users');
  const [secret, setSecret] = useState<string | null>(null);
  const [error, setError] = useState<ErrorBody | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const show = () =>
    generated.show(number).then(setSecret, (thrown: unknown) => setError(errorBodyOf(thrown)));
  if (secret !== null) {
    return (
      <Stack gap={6} data-testid="shown-password">
        <output className={classes.secret}>{secret}</output>
        <Text size="sm" role="status">
          {t('password.shownOnce')}
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconCopy size={14} aria-hidden />}
            onClick={() =>
              platform.copyText(secret).then(
                () => setIsCopied(true),
                () => setIsCopied(false),
              )
            }
          >
            {t(isCopied ? 'password.copied' : 'password.copy')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconEyeOff size={14} aria-hidden />}
            onClick={() => setSecret(null)}
          >
            {t('password.hide')}
          </Button>
        </Group>
      </Stack>
    );
  }
  if (error) return <ErrorNotice title={t('password.showFailed')} error={error} />;
  if (generated.isShown(number)) return <Text size="sm">{t('password.alreadyShown')}</Text>;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconEye size={14} aria-hidden />}
      onClick={() => void show()}
    >
      {t('password.showOnce')}
    </Button>
  );
}
