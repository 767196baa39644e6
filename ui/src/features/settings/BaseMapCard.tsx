/** Which map lies beneath the vehicles, what that tells to whom, and how much of it is kept. */
import { Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { BaseMapChoice, BaseMapSettings } from '@/ipc/generated/contract';
import { useChangeSettings } from '@/ipc/settings';
import { BaseMapState } from './BaseMapState';
import { FileMapForm } from './FileMapForm';
import { OnlineMapForm } from './OnlineMapForm';
import { TileCacheSetting } from './TileCacheSetting';

const CHOICES = ['offline', 'openStreetMap', 'online', 'file'] as const satisfies BaseMapChoice[];

export function BaseMapCard() {
  const { t } = useTranslation('baseMap');
  const { t: tSettings } = useTranslation('settings');
  const { settings, change, error } = useChangeSettings();
  const { baseMap } = settings;
  // What is opened to be filled in, until it is used.
  const [opened, setOpened] = useState<BaseMapChoice | null>(null);
  const choice = opened ?? baseMap.choice;
  const set = (part: Partial<BaseMapSettings>, onSuccess?: () => void) =>
    change((now) => ({ baseMap: { ...now.baseMap, ...part } }), {
      ...(onSuccess && { onSuccess }),
    });
  const choose = (next: BaseMapChoice) => {
    const needsMore =
      (next === 'online' && !baseMap.onlineUrl) || (next === 'file' && !baseMap.filePath);
    setOpened(needsMore ? next : null);
    if (!needsMore) set({ choice: next });
  };
  // What is not accepted stays open to be mended.
  const use = (part: Partial<BaseMapSettings>) => set({ choice, ...part }, () => setOpened(null));
  const isOfAddress = error?.body.code === 'map_address';
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="base-map">
      <Stack gap="md">
        <Title order={2} size="h5" id="base-map">
          {t('title')}
        </Title>
        <Radio.Group
          aria-labelledby="base-map"
          value={choice}
          onChange={(value) => choose(value as BaseMapChoice)}
        >
          <Stack gap="xs">
            {CHOICES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`choice.${each}`)}
                description={t(`hint.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {choice === 'online' && (
          <OnlineMapForm
            url={baseMap.onlineUrl}
            credit={baseMap.onlineCredit}
            isRefused={isOfAddress}
            onUse={use}
          />
        )}
        {choice === 'file' && <FileMapForm path={baseMap.filePath} onUse={use} />}
        {(choice === 'online' || choice === 'openStreetMap') && (
          <Text size="sm" c="dimmed">
            {t('privacy')}
          </Text>
        )}
        {error && <ErrorNotice title={tSettings('failed')} error={error.body} />}
        {choice === baseMap.choice && choice !== 'offline' && <BaseMapState />}
        <TileCacheSetting limitMib={baseMap.cacheMib} onSet={(cacheMib) => set({ cacheMib })} />
      </Stack>
    </Paper>
  );
}
