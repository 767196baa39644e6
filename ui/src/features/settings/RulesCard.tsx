/** The lines between statuses: from which speed a vehicle moves, after which silence it is silent. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { defaultSettings, type Thresholds } from '@/ipc/generated/contract';
import { useChangeSettings } from '@/ipc/settings';
import { SettingNumber } from './SettingNumber';

const KM_PER_MILE = 1.609344;
const SPEED_KMH = { least: 1, most: 50 };
const SILENT_HOURS = { least: 1, most: 720 };

export function RulesCard() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const { settings, change, error } = useChangeSettings();
  const { thresholds, units } = settings;
  const kmPerUnit = units === 'metric' ? 1 : KM_PER_MILE;
  const set = (part: Partial<Thresholds>) =>
    change((now) => ({ thresholds: { ...now.thresholds, ...part } }));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rules">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="rules">
            {t('rules')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('rulesIntro')}
          </Text>
        </div>
        <SettingNumber
          label={t('moving')}
          hint={t('movingHint')}
          range={t('movingRange', {
            least: formats.speed(SPEED_KMH.least),
            most: formats.speed(SPEED_KMH.most),
          })}
          suffix={units === 'metric' ? ' km/h' : ' mph'}
          value={Math.round((thresholds.movingSpeedKmh / kmPerUnit) * 10) / 10}
          isValid={(value) =>
            value * kmPerUnit >= SPEED_KMH.least && value * kmPerUnit <= SPEED_KMH.most
          }
          onSet={(value) => value !== null && set({ movingSpeedKmh: value * kmPerUnit })}
        />
        <SettingNumber
          label={t('silent')}
          hint={t('silentHint')}
          range={t('silentRange')}
          suffix=" h"
          value={thresholds.silentAfterMinutes / 60}
          isValid={(value) => value >= SILENT_HOURS.least && value <= SILENT_HOURS.most}
          onSet={(value) => value !== null && set({ silentAfterMinutes: Math.round(value * 60) })}
        />
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => change({ thresholds: defaultSettings.thresholds })}
          >
            {t('reset')}
          </Button>
        </Group>
        {error && <ErrorNotice title={t('failed')} error={error.body} />}
      </Stack>
    </Paper>
  );
}
