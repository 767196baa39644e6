/** The status bar in whole sentences. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { AccountView, StatusView } from '@/ipc/generated/contract';
import { useStatusTexts } from './useStatusTexts';

interface Props {
  status: StatusView;
  account: AccountView;
}

export function StatusDetails({ status, account }: Props) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const texts = useStatusTexts(status);
  const token = status.tokenExpiresAt
    ? t('tokenUntil', { time: formats.moment(status.tokenExpiresAt) })
    : status.hasToken
      ? t('tokenUnknown')
      : t('tokenNone');
  return (
    <Stack gap="xs" component="dl" m={0}>
      <Fact name={t('account')} more={account.baseUrl}>
        {account.userName}
      </Fact>
      <Fact
        name={t('connection')}
        more={status.pausedUntil && t('pausedUntil', { time: formats.moment(status.pausedUntil) })}
      >
        {t(`explained.${status.connection}`)}
      </Fact>
      <Fact name={t('token')}>{token}</Fact>
      <Fact name={t('requests')} more={texts.limit}>
        {texts.requests}
      </Fact>
      {status.spentDevices > 0 && (
        <Fact name={t('spent')} more={t('spentExplained')}>
          {t('spentDevices', { count: status.spentDevices })}
        </Fact>
      )}
      {texts.usage && (
        <Fact name={t('usage')} more={t('usageExplained')}>
          {texts.usage}
        </Fact>
      )}
      {texts.sweep && (
        <Fact name={t('sweep')} more={t('sweepExplained')}>
          {texts.sweep.text}
        </Fact>
      )}
    </Stack>
  );
}

interface FactProps {
  name: string;
  children: ReactNode;
  /** What explains it. */
  more?: string | null;
}

function Fact({ name, children, more }: FactProps) {
  return (
    <div>
      <Text size="xs" c="dimmed" component="dt">
        {name}
      </Text>
      <Text size="sm" component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
        {children}
        {more && (
          <Text size="xs" c="dimmed">
            {more}
          </Text>
        )}
      </Text>
    </div>
  );
}
