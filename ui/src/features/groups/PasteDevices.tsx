/** Adds devices by a list from elsewhere. What fits no device is named, never dropped in silence. */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { ScrollBox } from '@/components/ScrollBox';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceRef } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import classes from './GroupPanel.module.css';

interface Props {
  members: readonly DeviceRef[];
  onAdd(devices: readonly DeviceRef[]): void;
  onClose(): void;
}

interface Result {
  added: number;
  already: number;
  unmatched: readonly string[];
}

function wordsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

export function PasteDevices({ members, onAdd, onClose }: Props) {
  const { t } = useTranslation('groups');
  const { t: tCommon } = useTranslation();
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result | null>(null);
  const matching = useCommand('match_devices');

  const find = () =>
    matching.mutate(
      { words: wordsOf(text) },
      {
        onSuccess: ({ found, unmatched }) => {
          // A device may be named twice: by its name and by its number.
          const devices = [...new Map(found.map((device) => [device.id, device])).values()];
          const memberIds = new Set(members.map(({ id }) => id));
          const added = devices.filter(({ id }) => !memberIds.has(id));
          onAdd(added);
          setText(unmatched.join('\n'));
          setResult({ added: added.length, already: devices.length - added.length, unmatched });
        },
      },
    );

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paste.title')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('paste.label')}
          description={t('paste.hint')}
          autosize
          minRows={6}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {matching.error && <ErrorNotice title={t('paste.failed')} error={matching.error.body} />}
        <div role="status">{result && <Outcome {...result} />}</div>
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {tCommon('close')}
          </Button>
          <Button
            size="xs"
            loading={matching.isPending}
            disabled={wordsOf(text).length === 0}
            onClick={find}
          >
            {t('paste.find')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Outcome({ added, already, unmatched }: Result) {
  const { t } = useTranslation('groups');
  const formats = useFormats();
  const counted = (count: number) => ({ count, total: formats.count(count) });
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('paste.added', counted(added))}
        {already > 0 && ` ${t('paste.already', counted(already))}`}
      </Text>
      {unmatched.length > 0 && (
        <div className={panel.notice} data-testid="unmatched">
          <IconAlertTriangle size={16} aria-hidden />
          <div>
            {t('paste.unmatched', counted(unmatched.length))}
            <ScrollBox label={t('paste.unmatched', counted(unmatched.length))}>
              <ul className={classes.names}>
                {unmatched.map((word) => (
                  <li key={word}>
                    <bdi>{word}</bdi>
                  </li>
                ))}
              </ul>
            </ScrollBox>
            {t('paste.unmatchedHint')}
          </div>
        </div>
      )}
    </Stack>
  );
}
