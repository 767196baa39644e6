/** The status bar in whole sentences. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { StatusView } from '@/ipc/generated/contract';

export function StatusDetails({ status }: { status: StatusView }) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const limit = formats.count(status.limitPerMinute);
  const token = status.tokenExpiresAt
    ? t('tokenUntil', { time: formats.moment(status.tokenExpiresAt) })
    : status.hasToken
      ? t('tokenUnknown')
      : t('tokenNone');
  return (
    <Stack gap="xs">
      <Fact
        name={t('connection')}
        value={t(`explained.${status.connection}`)}
        more={
          status.pausedUntil
            ? t('pausedUntil', { time: formats.time(status.pausedUntil) })
            : undefined
        }
      />
      <Fact name={t('token')} value={token} />
      <Fact
        name={t('requests')}
        value={t('requestsShort', { sent: formats.count(status.requestsLastMinute), limit })}
        more={status.limitKnown ? t('limitKnown') : t('limitGuess', { limit })}
      />
      {status.apiDailyUsage !== null && (
        <Fact
          name={t('usage')}
          value={t('usageShort', {
            request: formats.count(status.apiUsage ?? 0),
            daily: formats.count(status.apiDailyUsage),
          })}
          more={t('usageExplained')}
        />
      )}
      {status.sweep && (
        <Fact
          name={t('sweep')}
          value={t('sweepShort', {
            asked: formats.count(status.sweep.asked),
            total: formats.count(status.sweep.total),
          })}
          more={t('sweepExplained')}
        />
      )}
    </Stack>
  );
}

interface FactProps {
  name: string;
  value: string;
  more?: string | undefined;
}

function Fact({ name, value, more }: FactProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm">{value}</Text>
      {more && (
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      )}
    </div>
  );
}
