/** Reports of what vehicles did over days. */
import { Container, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Reports } from '@/features/reports/Reports';

/** Wider, lines of tables would be hard to follow. */
const WIDEST_PX = 1500;

export function ReportsPage() {
  const { t } = useTranslation('reports');
  const { selection } = useSearch({ from: '/reports' });
  const navigate = useNavigate();
  return (
    <Container size={WIDEST_PX} py="md">
      <Stack gap="sm">
        <div>
          <Title order={1} size="h3">
            {t('title')}
          </Title>
          <Text size="sm">{t('intro')}</Text>
        </div>
        <Reports
          selection={selection ?? null}
          onHistory={(device, { first, last }) =>
            void navigate({ to: '/history', search: { device, first, last } })
          }
        />
      </Stack>
    </Container>
  );
}
