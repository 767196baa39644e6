/** Users were made with new passwords: the list of them, to be saved once. */
import { Alert, Button, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { JobView } from '@/ipc/generated/contract';
import { useSavePasswords } from './usePasswords';

export function PasswordsNotice({ job }: { job: JobView }) {
  const { t } = useTranslation('sheets');
  const formats = useFormats();
  const saving = useSavePasswords();
  // It can be saved once, so it waits until it is whole.
  if (job.state !== 'over' || job.passwords === 0) return null;
  const count = { count: job.passwords, total: formats.count(job.passwords) };
  return (
    <>
      <Alert
        p="sm"
        variant="light"
        color="orange"
        icon={<IconKey aria-hidden />}
        title={t('passwords.title', count)}
        data-testid="passwords"
      >
        <Text size="sm" mb="xs">
          {t('passwords.once')}
        </Text>
        <Button size="xs" loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('passwords.save')}
        </Button>
      </Alert>
      {saving.error && <ErrorNotice title={t('passwords.failed')} error={saving.error.body} />}
    </>
  );
}
