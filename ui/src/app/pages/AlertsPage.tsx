/** Alerts that vehicles raised over days. */
import { Container, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Alerts } from '@/features/alerts/Alerts';

/** Wider, lines of tables would be hard to follow. */
const WIDEST_PX = 1500;

export function AlertsPage() {
  const { t } = useTranslation('alerts');
  const navigate = useNavigate();
  return (
    <Container size={WIDEST_PX} py="md">
      <Stack gap="sm">
        <div>
          <Title order={1} size="h3">
            {t('title')}
          </Title>
          <Text size="sm">{t('intro')}</Text>
        </div>
        <Alerts
          onHistory={(device, day) =>
            void navigate({ to: '/history', search: { device, first: day, last: day } })
          }
        />
      </Stack>
    </Container>
  );
}
