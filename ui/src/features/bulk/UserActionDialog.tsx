/** Asks what an action on many users needs to know; what comes of it is shown before anything is sent. */
import { Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { BulkTask, UserSelection } from '@/ipc/generated/contract';
import { ActionForm } from './ActionForm';
import { FormButtons } from './FormButtons';
import { type ActionKind, actionOf, EMPTY_DRAFT } from './userAction';

interface Props {
  kind: ActionKind;
  selection: UserSelection;
  /** How many users that is, as far as is known. */
  count: number;
  onTask(task: BulkTask): void;
  onClose(): void;
}

export function UserActionDialog({ kind, selection, count, onTask, onClose }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  const formats = useFormats();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const action = actionOf(kind, draft);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`title.${kind}`)}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (action) onTask({ kind: 'users', selection, action });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('form.users', { count, total: formats.count(count) })}</Text>
          <ActionForm
            kind={kind}
            draft={draft}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          <FormButtons isReady={action !== null} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
