/** Opens the dialog that sends a command. */
import { Button } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Beside others of the same panel, or in a bar of its own manner. */
  variant: 'light' | 'default';
  onOpen(): void;
}

export function CommandButton({ variant, onOpen }: Props) {
  const { t } = useTranslation('commands');
  return (
    <Button
      size="xs"
      variant={variant}
      leftSection={<IconTerminal2 size={15} aria-hidden />}
      onClick={onOpen}
    >
      {t('open')}
    </Button>
  );
}
