/** The open account: the unit of its speeds, how much is asked of it, and what is kept of it. */
import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHelpCircle, IconRuler2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isCertain, useSpeedWords } from '@/format/useSpeedWords';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AccountView, SpeedReading, SpeedUnit } from '@/ipc/generated/contract';
import { useCommand, viewQuery } from '@/ipc/queries';
import classes from './AccountCard.module.css';
import { HistorySetting } from './HistorySetting';
import { LastKnownSetting } from './LastKnownSetting';
import { RequestsSetting } from './RequestsSetting';

/** Shown for as long as somebody is signed in. */
export function AccountCard() {
  const { t } = useTranslation('settings');
  const { data: session } = useQuery(viewQuery('session', {}));
  const account = session?.account;
  if (!account) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="account">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5" id="account">
            {t('account')}
          </Title>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{account.userName}</bdi>
          </Text>
        </div>
        <SpeedUnitSetting account={account} />
        <RequestsSetting />
        {account.service !== 'demo' && <LastKnownSetting />}
        <HistorySetting />
      </Stack>
    </Paper>
  );
}

type Choice = SpeedUnit | 'byItself';

function SpeedUnitSetting({ account }: { account: AccountView }) {
  const { t } = useTranslation('settings');
  const words = useSpeedWords();
  const query = useQuery(viewQuery('account_settings', {}));
  const set = useCommand('set_speed_unit');
  const error = set.error ?? query.error;
  const reading = query.data?.speed;
  const chosen = reading?.source === 'chosen' ? reading.unit : 'byItself';
  return (
    <div>
      <Text size="sm" id="speed-unit">
        {t('speedUnit')}
      </Text>
      <Text size="xs" c="dimmed" id="speed-unit-hint" mb={6}>
        {t('speedUnitHint')}
      </Text>
      <SegmentedControl<Choice>
        aria-labelledby="speed-unit"
        aria-describedby="speed-unit-hint speed-unit-reason"
        size="xs"
        value={chosen}
        onChange={(choice) => set.mutate({ unit: choice === 'byItself' ? null : choice })}
        data={[
          { value: 'byItself', label: t('speedUnitByItself') },
          { value: 'metresPerSecond', label: words.unit('metresPerSecond') },
          { value: 'kilometresPerHour', label: words.unit('kilometresPerHour') },
        ]}
      />
      {reading && <Reason reading={reading} />}
      {account.key === 'thisRun' && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('speedUnitThisRun')}
        </Text>
      )}
      {error && <ErrorNotice title={t('failed')} error={error.body} />}
    </div>
  );
}

/** Which unit is in force and why; louder where it is not certain. */
function Reason({ reading }: { reading: SpeedReading }) {
  const words = useSpeedWords();
  const doubt = reading.source === 'assumed' ? IconHelpCircle : IconAlertTriangle;
  const Icon = isCertain(reading) ? IconRuler2 : doubt;
  return (
    <div
      id="speed-unit-reason"
      role="status"
      className={classes.reason}
      data-testid="speed-unit-reason"
      data-source={reading.source}
      data-certain={isCertain(reading)}
    >
      <Icon size={18} aria-hidden />
      <span>{words.reason(reading)}</span>
    </div>
  );
}
