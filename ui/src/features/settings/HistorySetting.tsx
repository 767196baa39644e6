/** What this computer keeps of the days that were fetched, for how long, and how to delete it. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { KeptPastProblem } from '@/format/KeptPastProblem';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';
import { useChangeSettings } from '@/ipc/settings';
import { SettingNumber } from './SettingNumber';

const DAYS = { least: 1, most: 3_650 };

export function HistorySetting() {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const [isAsking, asking] = useDisclosure();
  const { data } = useQuery(viewQuery('history_kept', {}));
  const { settings, change, error } = useChangeSettings();
  if (!data) return null;
  const { fixes, alerts, devices, problem } = data;
  const isEmpty = fixes + alerts === 0;
  return (
    <div>
      <Text size="sm">{t('history')}</Text>
      <Text size="xs" c="dimmed" mb={6} role="status" data-testid="history-kept">
        {isEmpty
          ? t('historyNone')
          : t('historyKept', {
              fixes: t('historyFixes', { count: fixes, total: formats.count(fixes) }),
              alerts: t('historyAlerts', { count: alerts, total: formats.count(alerts) }),
              vehicles: t('historyVehicles', { count: devices, total: formats.count(devices) }),
            })}
      </Text>
      <KeptPastProblem />
      {!isEmpty && problem === null && (
        <Button size="compact-sm" variant="default" onClick={asking.open}>
          {t('forgetHistory')}
        </Button>
      )}
      <SettingNumber
        label={t('historyDays')}
        hint={t('historyDaysHint')}
        range={t('historyDaysRange', {
          least: formats.count(DAYS.least),
          most: formats.count(DAYS.most),
        })}
        suffix=""
        value={settings.historyDays}
        isValid={(value) => Number.isInteger(value) && value >= DAYS.least && value <= DAYS.most}
        onSet={(historyDays) => historyDays !== null && change({ historyDays })}
      />
      {error && <ErrorNotice title={t('failed')} error={error.body} />}
      <Modal
        opened={isAsking}
        onClose={asking.close}
        title={t('forgetHistoryTitle')}
        closeButtonProps={{ 'aria-label': tCommon('close') }}
      >
        <Question onClose={asking.close} />
      </Modal>
    </div>
  );
}

function Question({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const forget = useCommand('forget_history');
  return (
    <Stack>
      <Text size="sm">{t('forgetHistoryText')}</Text>
      {forget.error && <ErrorNotice title={t('forgetHistoryFailed')} error={forget.error.body} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          color="red"
          loading={forget.isPending}
          onClick={() => forget.mutate({}, { onSuccess: onClose })}
        >
          {t('forgetHistory')}
        </Button>
      </Group>
    </Stack>
  );
}
