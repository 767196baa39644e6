/** How many requests the app may send in a minute at the most, and what the service is known to take. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';
import { SettingNumber } from './SettingNumber';

const PER_MINUTE = { least: 6, most: 60_000 };

export function RequestsSetting() {
  const { t } = useTranslation(['settings', 'status']);
  const formats = useFormats();
  const { data: settings } = useQuery(viewQuery('account_settings', {}));
  const { data: status } = useQuery(viewQuery('status', {}));
  const set = useCommand('set_ceiling');
  const limit = formats.count(status?.limitPerMinute ?? 0);
  return (
    <div>
      <SettingNumber
        label={t('settings:ceiling')}
        hint={t('settings:ceilingHint')}
        range={t('settings:ceilingRange', {
          least: formats.count(PER_MINUTE.least),
          most: formats.count(PER_MINUTE.most),
        })}
        suffix=""
        placeholder={t('settings:ceilingNone')}
        value={settings?.ceilingPerMinute ?? null}
        isValid={(value) =>
          Number.isInteger(value) && value >= PER_MINUTE.least && value <= PER_MINUTE.most
        }
        onSet={(perMinute) => set.mutate({ perMinute })}
      />
      {status && (
        <Text size="xs" c="dimmed" mt={6}>
          {t(`status:limit.${status.limitSource}`, { limit })}
        </Text>
      )}
      {set.error && <ErrorNotice title={t('settings:failed')} error={set.error.body} />}
    </div>
  );
}
