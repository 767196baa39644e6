/** What a change would do, and the button that sends it. */
import { Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallError, call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { isField } from '@/ipc/forms';
import type { ErrorBody, ChangePreview as Preview } from '@/ipc/generated/contract';
import { PreviewBody } from './PreviewBody';
import { disablingInstead, nameOf, type PendingChange, wordOf } from './pendingChange';

interface Props {
  pending: PendingChange;
  isSending: boolean;
  error: CallError | null;
  onSend(): void;
  /** Reviews another change in its place. */
  onInstead(pending: PendingChange): void;
  onClose(): void;
}

/** What it would do now: the answer of a moment ago may be wrong. */
function usePreview({ change, password }: PendingChange) {
  const args = { change, hasPassword: password !== null };
  return useQuery<Preview, CallError>({
    queryKey: ['preview_change', args],
    queryFn: () => call('preview_change', args),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function Confirm({ pending, isSending, error, onSend, onInstead, onClose }: Props) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  const preview = usePreview(pending);
  const [typed, setTyped] = useState('');
  const word = wordOf(pending);
  const name = nameOf(pending.change);
  const isFinal = preview.data?.isFinal === true;
  const instead = disablingInstead(pending.change);
  const isReady = preview.data !== undefined && (!isFinal || typed.trim() === name.trim());
  return (
    <Stack
      gap="md"
      component="form"
      data-testid="change-preview"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isSending) onSend();
      }}
    >
      {preview.data ? (
        <PreviewBody pending={pending} preview={preview.data} />
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
      {isFinal && (
        <TextInput
          size="xs"
          label={t('final.type', { name })}
          autoComplete="off"
          value={typed}
          disabled={isSending}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {error && <FaultNotice title={t('failed')} error={error.body} />}
      <Group justify="flex-end" gap="xs">
        {isFinal && instead && (
          <Button
            size="xs"
            variant="light"
            me="auto"
            disabled={isSending}
            onClick={() => onInstead({ change: instead, undoes: null, password: null })}
          >
            {t('final.instead')}
          </Button>
        )}
        <Button size="xs" variant="default" disabled={isSending} onClick={onClose}>
          {tCommon('cancel')}
        </Button>
        <Button
          size="xs"
          type="submit"
          {...((word === 'delete' || isFinal) && { color: 'red' })}
          loading={isSending}
          disabled={!isReady}
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

/** A failure that names the field at fault, where there is one. */
function FaultNotice({ title, error, onRetry }: FaultProps) {
  const { t } = useTranslation('changes');
  const { t: tFields } = useTranslation('fields');
  return (
    <ErrorNotice title={title} error={error} {...(onRetry && { onRetry })}>
      {isField(error.field) && (
        <Text size="sm" fw={600}>
          {t('faultyField', { field: tFields(`label.${error.field}`) })}
        </Text>
      )}
    </ErrorNotice>
  );
}
