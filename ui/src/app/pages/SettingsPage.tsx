/** The settings, and what the app is. */
import { Container, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AboutCard } from '@/features/settings/AboutCard';
import { AccountCard } from '@/features/settings/AccountCard';
import { AlertsCard } from '@/features/settings/AlertsCard';
import { BaseMapCard } from '@/features/settings/BaseMapCard';
import { LooksCard } from '@/features/settings/LooksCard';
import { RulesCard } from '@/features/settings/RulesCard';
import { TripRulesCard } from '@/features/settings/TripRulesCard';

export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <Container size="sm" py="lg">
      <Stack gap="md">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <LooksCard />
        <BaseMapCard />
        <RulesCard />
        <TripRulesCard />
        <AlertsCard />
        <AccountCard />
        <AboutCard />
      </Stack>
    </Container>
  );
}
