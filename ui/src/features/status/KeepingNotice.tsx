/** Says once that the fleet can't be kept for the next start; the app goes on without. */
import { Box, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';

export function KeepingNotice() {
  const { t } = useTranslation('status');
  const { t: tCommon } = useTranslation();
  const { data: status } = useQuery(viewQuery('status', {}));
  const [isRead, setRead] = useState(false);
  if (!status?.keepingProblem || isRead) return null;
  return (
    <Box p="xs" style={{ flex: 'none' }} data-testid="keeping-problem">
      <ErrorNotice
        title={t('keepingFailed')}
        error={status.keepingProblem}
        retrying="byItself"
        actions={
          <Button size="compact-sm" variant="default" onClick={() => setRead(true)}>
            {tCommon('close')}
          </Button>
        }
      >
        <Text size="sm">{t('keepingFailedHint')}</Text>
      </ErrorNotice>
    </Box>
  );
}
