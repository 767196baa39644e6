/** After a user got a password that the app made: the way to see it, once. */
import { Button, Modal } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RevealPassword } from './RevealPassword';
import type { Generated } from './useGenerated';

interface Props {
  number: number;
  name: string;
  generated: Generated;
}

export function GeneratedDone({ number, name, generated }: Props) {
  const { t } = useTranslation('users');
  const { t: tCommon } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconKey size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('password.see')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('password.doneTitle', { name })}
        closeButtonProps={{ 'aria-label': tCommon('close') }}
      >
        <RevealPassword number={number} generated={generated} />
      </Modal>
    </>
  );
}
