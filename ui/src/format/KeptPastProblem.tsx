/** Says that what was kept of the past can't be used, where that is so. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';

export function KeptPastProblem() {
  const { t } = useTranslation('scope');
  const { data } = useQuery(viewQuery('history_kept', {}));
  if (!data?.problem) return null;
  return (
    <ErrorNotice title={t('unkept.title')} error={data.problem}>
      <Text size="sm">{t('unkept.text')}</Text>
    </ErrorNotice>
  );
}
