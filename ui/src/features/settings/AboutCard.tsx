/** What the app is, where it keeps its data, and whose maps it shows. */
import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '@/ipc/client';
import { platform } from '@/platform';

export function AboutCard() {
  const { t } = useTranslation('settings');
  const { data } = useQuery({ queryKey: ['about'], queryFn: () => call('about', {}) });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="about">
      <Stack gap="xs">
        <Title order={2} size="h5" id="about">
          {t('about')}
        </Title>
        {data && (
          <>
            <Text size="sm">{t('version', { version: data.version })}</Text>
            <Group gap="xs">
              <Text size="sm">{t('dataDir')}</Text>
              <Code style={{ overflowWrap: 'anywhere' }}>{data.dataDir}</Code>
              <Copy text={data.dataDir} />
            </Group>
          </>
        )}
        <Text size="sm" fw={600} mt="xs">
          {t('credits')}
        </Text>
        <Text size="sm">{t('creditsText')}</Text>
        <Text size="sm">{t('licence')}</Text>
      </Stack>
    </Paper>
  );
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation('settings');
  const [word, setWord] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  const copy = () =>
    platform.copyText(text).then(
      () => setWord('copied'),
      () => setWord('copyFailed'),
    );
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-live="polite"
      onClick={copy}
      onBlur={() => setWord('copy')}
    >
      {t(word)}
    </Button>
  );
}
