/** What is wrong for longer than a moment, above the page; what the page shows stays. */
import { Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { useCommand, viewQuery } from '@/ipc/queries';

interface Props {
  /** The way out when the key was rejected. */
  signInAgain: ReactNode;
}

export function ProblemBanner({ signInAgain }: Props) {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { data: status } = useQuery(viewQuery('status', {}));
  const tryAgain = useCommand('try_again');
  if (!status?.problem) return null;
  const { error, since } = status.problem;
  const isStopped = status.connection === 'stopped';
  return (
    <Box p="xs" style={{ flex: 'none' }}>
      <ErrorNotice
        error={error}
        {...(isStopped
          ? { actions: signInAgain }
          : { retrying: 'byItself', onRetry: () => tryAgain.mutate({}) })}
      >
        <Text size="xs" c="dimmed" mt={4}>
          {t('problemSince', { time: formats.moment(since) })}
        </Text>
      </ErrorNotice>
    </Box>
  );
}
