/** The work, opened from wherever one is. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnyChange } from '@/ipc/generated/contract';
import { JobPanel } from './JobPanel';

interface Props {
  onSettle(change: AnyChange): void;
  onClose(): void;
}

export function JobDialog({ onSettle, onClose }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  return (
    <Modal
      opened
      size={760}
      onClose={onClose}
      title={t('job.title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <JobPanel onSettle={onSettle} onDismissed={onClose} onHide={onClose} />
    </Modal>
  );
}
