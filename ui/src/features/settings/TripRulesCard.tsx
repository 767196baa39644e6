/** What ends a trip: how near and how long a vehicle has to stay, and after which silence nobody knows. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { defaultSettings, type TripRules } from '@/ipc/generated/contract';
import { useChangeSettings } from '@/ipc/settings';
import { SettingNumber } from './SettingNumber';

const KM_PER_MILE = 1.609344;
const M_PER_FOOT = 0.3048;
const MINUTE_S = 60;

/** In the units of the contract. */
const BOUNDS = {
  stopRadiusM: { least: 20, most: 2_000 },
  stopAfterS: { least: 60, most: 7_200 },
  gapAfterS: { least: 600, most: 86_400 },
  movingSpeedKmh: { least: 1, most: 50 },
} as const;

export function TripRulesCard() {
  const { t } = useTranslation('tripRules');
  const { t: tSettings } = useTranslation('settings');
  const formats = useFormats();
  const { settings, change, error } = useChangeSettings();
  const { tripRules, units } = settings;
  const isMetric = units === 'metric';
  const set = (part: Partial<TripRules>) =>
    change((now) => ({ tripRules: { ...now.tripRules, ...part } }));
  /** A field of one rule, in units of the reader that are so many of the contract's. */
  const field = (rule: keyof TripRules, per: number, suffix: string, digits = 0) => {
    const { least, most } = BOUNDS[rule];
    const step = 10 ** digits;
    return {
      label: t(`${rule}.label`),
      hint: t(`${rule}.hint`),
      range: t('range', {
        least: formats.count(Math.ceil(least / per)) + suffix,
        most: formats.count(Math.floor(most / per)) + suffix,
      }),
      suffix,
      value: Math.round((tripRules[rule] / per) * step) / step,
      isValid: (value: number) => value * per >= least && value * per <= most,
      onSet: (value: number | null) => {
        if (value === null) return;
        const next = value * per;
        // Times are whole seconds.
        set({ [rule]: rule.endsWith('S') ? Math.round(next) : next });
      },
    };
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="trip-rules">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="trip-rules">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('intro')}
          </Text>
        </div>
        <SettingNumber
          {...field('stopRadiusM', isMetric ? 1 : M_PER_FOOT, isMetric ? ' m' : ' ft')}
        />
        <SettingNumber {...field('stopAfterS', MINUTE_S, ' min', 1)} />
        <SettingNumber {...field('gapAfterS', MINUTE_S, ' min')} />
        <SettingNumber
          {...field('movingSpeedKmh', isMetric ? 1 : KM_PER_MILE, isMetric ? ' km/h' : ' mph', 1)}
        />
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => change({ tripRules: defaultSettings.tripRules })}
          >
            {t('reset')}
          </Button>
        </Group>
        {error && <ErrorNotice title={tSettings('failed')} error={error.body} />}
      </Stack>
    </Paper>
  );
}
