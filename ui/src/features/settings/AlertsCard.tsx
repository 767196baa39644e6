/** How a person is told of new critical alerts, and how late that can be. */
import { Group, Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ownZone } from '@/format/sheet';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AlertSettings } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { useChangeSettings } from '@/ipc/settings';
import { minuteOf, timeOf } from './minuteOfDay';

export function AlertsCard() {
  const { t } = useTranslation('unread');
  const { t: tSettings } = useTranslation('settings');
  const { settings, change, error } = useChangeSettings();
  const { alerts } = settings;
  const set = (part: Partial<AlertSettings>) =>
    change((now) => ({ alerts: { ...now.alerts, ...part } }));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="alerts">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="alerts">
            {t('settings.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('settings.intro')}
          </Text>
        </div>
        <div>
          <Switch
            label={t('settings.notify')}
            checked={alerts.notify}
            onChange={({ currentTarget }) => set({ notify: currentTarget.checked })}
          />
          <Lateness />
        </div>
        <Switch
          label={t('settings.sound')}
          description={t('settings.soundHint')}
          disabled={!alerts.notify}
          checked={alerts.sound}
          onChange={({ currentTarget }) => set({ sound: currentTarget.checked })}
        />
        <Switch
          label={t('settings.quiet')}
          description={t('settings.quietHint')}
          disabled={!alerts.notify}
          checked={alerts.quiet}
          onChange={({ currentTarget }) => set({ quiet: currentTarget.checked })}
        />
        {alerts.notify && alerts.quiet && (
          <Group>
            <TimeField
              label={t('settings.from')}
              minute={alerts.quietFromMinute}
              onSet={(quietFromMinute) => set({ quietFromMinute })}
            />
            <TimeField
              label={t('settings.to')}
              minute={alerts.quietToMinute}
              onSet={(quietToMinute) => set({ quietToMinute })}
            />
          </Group>
        )}
        {error && <ErrorNotice title={tSettings('failed')} error={error.body} />}
      </Stack>
    </Paper>
  );
}

/** However quick a round is, a parked vehicle is not asked about more often (the policy's weights). */
const ASKED_EVERY_S = 120;

/** What the present round time and the watch list's promise mean for alerts. */
function Lateness() {
  const { t } = useTranslation('unread');
  const formats = useFormats();
  const { data: usage } = useQuery(viewQuery('usage', { timeZone: ownZone() }));
  const { data: status } = useQuery(viewQuery('status', {}));
  const rounds = usage?.rounds;
  const roundS = rounds?.last[0]?.durationS ?? rounds?.atPresentS ?? rounds?.atLimitS ?? null;
  const lines = [
    roundS === null || !rounds
      ? t('settings.lateUnknown')
      : t('settings.late', {
          vehicles: t('settings.vehicles', {
            count: rounds.devices,
            total: formats.count(rounds.devices),
          }),
          duration: formats.duration(Math.max(roundS, ASKED_EVERY_S) * 1000),
        }),
    status && t('settings.watched', { duration: formats.duration(status.watchPromiseS * 1000) }),
    t('settings.flood'),
  ];
  return (
    <Text size="xs" c="dimmed" mt={6} data-testid="alert-lateness">
      {lines.filter(Boolean).join(' ')}
    </Text>
  );
}

interface TimeFieldProps {
  label: string;
  minute: number;
  onSet(minute: number): void;
}

/** It takes effect when the field is left or Enter is pressed; what is no time is put back. */
function TimeField({ label, minute, onSet }: TimeFieldProps) {
  const [typed, setTyped] = useState(timeOf(minute));
  useDidUpdate(() => setTyped(timeOf(minute)), [minute]);
  const commit = () => {
    const next = minuteOf(typed);
    if (next === null) setTyped(timeOf(minute));
    else if (next !== minute) onSet(next);
  };
  return (
    <TextInput
      type="time"
      size="sm"
      label={label}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
