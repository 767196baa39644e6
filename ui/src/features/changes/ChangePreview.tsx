/** Shows what a change does before it is sent, sends it, and deals with who was faster. */
import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallError, call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ErrorBody, GroupChange, GroupOutcome, GroupPreview } from '@/ipc/generated/contract';
import { GROUP_FIELDS } from '@/ipc/groupForm';
import { useCommand } from '@/ipc/queries';
import { Conflict } from './Conflict';
import { PreviewBody } from './PreviewBody';
import { nameOf, type PendingChange, wordOf } from './pendingChange';

interface Props {
  /** What is to be sent; another change is another preview (give it a key or take it away between). */
  first: PendingChange;
  onClose(): void;
  onDone(outcome: GroupOutcome, sent: PendingChange): void;
}

/** What it would do now: the answer of a moment ago may be wrong. */
function usePreview(change: GroupChange) {
  return useQuery<GroupPreview, CallError>({
    queryKey: ['preview_group_change', change],
    queryFn: () => call('preview_group_change', change),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function ChangePreview({ first, onClose, onDone }: Props) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  const [pending, setPending] = useState(first);
  const [stopped, setStopped] = useState<GroupOutcome | null>(null);
  const sending = useCommand('change_group');

  const send = () =>
    sending.mutate(pending, {
      onSuccess: (outcome) => {
        if (outcome.isGone || outcome.conflicts.length > 0) setStopped(outcome);
        else onDone(outcome, pending);
      },
    });
  const goOn = (next: PendingChange) => {
    sending.reset();
    setStopped(null);
    setPending(next);
  };
  // What becomes of a change must be seen: nobody leaves while it is under way.
  const close = () => {
    if (!sending.isPending) onClose();
  };
  const title = stopped
    ? t(stopped.isGone ? 'conflict.goneTitle' : 'conflict.title')
    : t(`title.${wordOf(pending)}`, { name: nameOf(pending.change) });

  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {stopped ? (
        <Conflict pending={pending} outcome={stopped} onContinue={goOn} onClose={onClose} />
      ) : (
        <Confirm
          pending={pending}
          isSending={sending.isPending}
          error={sending.error}
          onSend={send}
          onClose={close}
        />
      )}
    </Modal>
  );
}

interface ConfirmProps {
  pending: PendingChange;
  isSending: boolean;
  error: CallError | null;
  onSend(): void;
  onClose(): void;
}

function Confirm({ pending, isSending, error, onSend, onClose }: ConfirmProps) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  const preview = usePreview(pending.change);
  const word = wordOf(pending);
  return (
    <Stack gap="md" data-testid="change-preview">
      {preview.data ? (
        <PreviewBody change={pending.change} preview={preview.data} />
      ) : preview.error ? (
        <FaultNotice
          title={t('previewFailed')}
          error={preview.error.body}
          onRetry={() => void preview.refetch()}
        />
      ) : (
        <Group gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{t('loading')}</Text>
        </Group>
      )}
      {error && <FaultNotice title={t('failed')} error={error.body} />}
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" disabled={isSending} onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          size="xs"
          {...(word === 'delete' && { color: 'red' })}
          loading={isSending}
          disabled={!preview.data}
          onClick={onSend}
        >
          {t(`confirm.${word}`)}
        </Button>
      </Group>
    </Stack>
  );
}

interface FaultProps {
  title: string;
  error: ErrorBody;
  onRetry?(): void;
}

/** A failure that names the field at fault, where it is one of the group's. */
function FaultNotice({ title, error, onRetry }: FaultProps) {
  const { t } = useTranslation('changes');
  const field = GROUP_FIELDS.find((name) => name === error.field);
  return (
    <ErrorNotice title={title} error={error} {...(onRetry && { onRetry })}>
      {field && (
        <Text size="sm" fw={600}>
          {t('faultyField', { field: t(`field.${field}`) })}
        </Text>
      )}
    </ErrorNotice>
  );
}
