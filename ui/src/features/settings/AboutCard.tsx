/** What the app is, where it keeps its data, and whose maps it shows. */
import { Button, Code, CopyButton, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '@/ipc/client';

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
              <CopyButton value={data.dataDir}>
                {({ copied, copy }) => (
                  <Button size="compact-xs" variant="default" onClick={copy}>
                    {copied ? t('copied') : t('copy')}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </>
        )}
        <Text size="sm" fw={600} mt="xs">
          {t('credits')}
        </Text>
        <Text size="sm">{t('creditsText')}</Text>
      </Stack>
    </Paper>
  );
}
