/** What was sent to the service, what for, and what that leads to. */
import { Center, Loader, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { CountersCard } from './CountersCard';
import { DaysCard } from './DaysCard';
import { Headlines } from './Headlines';
import { HoursCard } from './HoursCard';
import { MinutesCard } from './MinutesCard';
import { RoundsCard } from './RoundsCard';
import { SpentCard } from './SpentCard';
import { useUsage } from './useUsage';

export function Usage() {
  const { t } = useTranslation('usage');
  const { data: usage, error, refetch } = useUsage();
  if (error) {
    return <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />;
  }
  if (!usage) {
    return (
      <Center h={200}>
        <Loader size="sm" role="status" aria-label={t('loading')} />
      </Center>
    );
  }
  return (
    <Stack gap="md">
      <Headlines usage={usage} />
      <HoursCard hours={usage.hours} />
      <MinutesCard usage={usage} />
      <RoundsCard rounds={usage.rounds} pace={usage.pace} />
      <DaysCard days={usage.days} />
      <SpentCard usage={usage} />
      <CountersCard counters={usage.counters} />
    </Stack>
  );
}
