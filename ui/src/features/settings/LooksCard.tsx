/** Units, language and theme. */
import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { Language, Theme, Units } from '@/ipc/generated/contract';
import { useChangeSettings } from '@/ipc/settings';

export function LooksCard() {
  const { t } = useTranslation('settings');
  const { settings, change, error } = useChangeSettings();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="looks">
      <Stack gap="md">
        <Title order={2} size="h5" id="looks">
          {t('looks')}
        </Title>
        <Choice<Units>
          label={t('units')}
          value={settings.units}
          onChange={(units) => change({ units })}
          choices={[
            { value: 'metric', label: t('unitsMetric') },
            { value: 'imperial', label: t('unitsImperial') },
          ]}
        />
        <Choice<Language>
          label={t('language')}
          value={settings.language}
          onChange={(language) => change({ language })}
          choices={[
            { value: 'system', label: t('system') },
            { value: 'en', label: t('english') },
            { value: 'es', label: t('spanish') },
          ]}
        />
        <Choice<Theme>
          label={t('theme')}
          value={settings.theme}
          onChange={(theme) => change({ theme })}
          choices={[
            { value: 'system', label: t('system') },
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
        />
        {error && <ErrorNotice title={t('failed')} error={error.body} />}
      </Stack>
    </Paper>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  choices: { value: T; label: string }[];
  onChange(value: T): void;
}

function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div>
      <Text size="sm" id={id} mb={4}>
        {label}
      </Text>
      <SegmentedControl<T>
        aria-labelledby={id}
        size="xs"
        value={value}
        onChange={onChange}
        data={choices}
      />
    </div>
  );
}
