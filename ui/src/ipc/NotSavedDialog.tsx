/** Says that a file was not saved, and why. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice';
import type { ErrorBody } from './generated/contract';

interface Props {
  title: string;
  error: ErrorBody;
  onRetry(): void;
  onClose(): void;
}

export function NotSavedDialog({ title, error, onRetry, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <ErrorNotice error={error} onRetry={onRetry} />
    </Modal>
  );
}
