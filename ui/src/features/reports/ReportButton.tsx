/** Leads to a report of the selected devices. */
import { Button } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function ReportButton({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('reports');
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconReportAnalytics size={15} aria-hidden />}
      onClick={onOpen}
    >
      {t('ofSelection')}
    </Button>
  );
}
