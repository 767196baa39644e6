/** What a device did on some days. */
import { Container, Stack, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HistorySearch } from '@/app/historySearch';
import { History } from '@/features/history/History';

/** Wider, lines of tables and charts would be hard to follow. */
const WIDEST_PX = 1500;

const NONE: readonly string[] = [];

export function HistoryPage() {
  const { t } = useTranslation('history');
  const search = useSearch({ from: '/history' });
  const navigate = useNavigate({ from: '/history' });
  const go = (next: HistorySearch) => void navigate({ search: { ...search, ...next } });
  return (
    <Container size={WIDEST_PX} py="md">
      <Stack gap="sm">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <History
          device={search.device ?? null}
          days={search}
          also={search.also ?? NONE}
          onDevice={(device, also) => go({ device, also: [...also] })}
          onRange={({ first, last }) => go({ first, last })}
        />
      </Stack>
    </Container>
  );
}
