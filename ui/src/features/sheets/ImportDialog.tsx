/** Chooses a file of users or groups, and has it read. */
import { Button, FileButton, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolated } from '@/format/words';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ImportView, SheetSubject } from '@/ipc/generated/contract';
import classes from './sheets.module.css';
import { usePlanImport } from './usePlanImport';
import { useSaveSheet, type Wanted } from './useSaveSheet';

interface Props {
  subject: SheetSubject;
  /** What the example is made of. */
  example: Wanted;
  onClose(): void;
  onPlanned(planned: ImportView): void;
}

export function ImportDialog({ subject, example, onClose, onPlanned }: Props) {
  const { t } = useTranslation('sheets');
  const { t: tCommon } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const reading = usePlanImport(subject);
  const saving = useSaveSheet();
  const read = (file: File | null | undefined) => {
    if (file && !reading.isPending) reading.mutate(file, { onSuccess: onPlanned });
  };
  const name = isolated(reading.variables?.name ?? '');
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t(subject === 'user' ? 'import.users' : 'import.groups')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t(subject === 'user' ? 'import.usersHow' : 'import.groupsHow')} {t('import.columns')}
        </Text>
        <section
          aria-label={t('import.choose')}
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            read(event.dataTransfer.files[0]);
          }}
        >
          <FileButton
            key={reading.submittedAt}
            accept=".csv,.xlsx,.txt"
            inputProps={{ 'aria-label': t('import.choose') }}
            onChange={read}
          >
            {(button) => (
              <Button
                {...button}
                leftSection={<IconUpload size={15} aria-hidden />}
                disabled={reading.isPending}
              >
                {t('import.choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm">{t('import.drop')}</Text>
        </section>
        {reading.isPending && (
          <Group gap="xs" role="status">
            <Loader size="sm" />
            <Text size="sm">{t('import.reading', { name })}</Text>
          </Group>
        )}
        {reading.error && (
          <ErrorNotice title={t('import.failed', { name })} error={reading.error.body} />
        )}
        <Text size="sm">{t('import.dry')}</Text>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            className={classes.example}
            leftSection={<IconDownload size={15} aria-hidden />}
            loading={saving.isPending}
            onClick={() => saving.mutate({ wanted: example, format: 'xlsx' })}
          >
            {t('import.example')}
          </Button>
          <Text size="xs">{t('import.exampleHint')}</Text>
        </Group>
        {saving.error && <ErrorNotice title={t('notSaved')} error={saving.error.body} />}
      </Stack>
    </Modal>
  );
}
