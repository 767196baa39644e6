/** Asks for the name of a view that is saved or renamed. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';

interface Props {
  naming: { kind: 'save' } | { kind: 'rename'; from: string };
  /** Names of all views. */
  taken: readonly string[];
  isSaving: boolean;
  error: CallError | null;
  onName(name: string): void;
  onClose(): void;
}

export function ViewNameDialog({ naming, taken, isSaving, error, onName, onClose }: Props) {
  const { t } = useTranslation('users');
  const { t: tCommon } = useTranslation();
  const isRename = naming.kind === 'rename';
  const [typed, setTyped] = useState(isRename ? naming.from : '');
  const name = typed.trim();
  const isTaken = taken.includes(name) && !(isRename && name === naming.from);
  const isReady = name !== '' && !(isRename && (isTaken || name === naming.from));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isRename ? 'views.renameTitle' : 'views.saveTitle')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Stack
        gap="xs"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isSaving) onName(name);
        }}
      >
        <TextInput
          size="xs"
          data-autofocus
          label={t('views.name')}
          {...(!isRename && { description: t('views.hint') })}
          error={isRename && isTaken && t('views.taken')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {!isRename && isTaken && t('views.replaces')}
        </Text>
        {error && <ErrorNotice title={t('views.failed')} error={error.body} />}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button size="xs" type="submit" loading={isSaving} disabled={!isReady}>
            {t(isRename ? 'views.rename' : isTaken ? 'views.replaceNow' : 'views.saveNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
