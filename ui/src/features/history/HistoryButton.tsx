/** Leads to the history of a device. */
import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function HistoryButton({ onOpen }: { onOpen(): void }) {
  const { t } = useTranslation('history');
  return (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconRoute size={15} aria-hidden />}
      onClick={onOpen}
    >
      {t('open')}
    </Button>
  );
}
