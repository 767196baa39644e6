/** Stands where a page broke: what that means, and the way to try it again. */
import { Container } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorBodyOf } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl">
      <ErrorNotice title={t('pageFailed')} error={errorBodyOf(error)} onRetry={reset} />
    </Container>
  );
}
