/** What the app sends to the service: how much, what for, and what that leads to. */
import { Container, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Usage } from '@/features/usage/Usage';

export function UsagePage() {
  const { t } = useTranslation('usage');
  return (
    <Container size="lg" py="lg">
      <Stack gap="md">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Usage />
      </Stack>
    </Container>
  );
}
