/** The panel beside the users: one of them, or a new one, to be edited. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorPanel } from '@/components/EditorPanel';
import panel from '@/components/EditorPanel.module.css';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { EMPTY_USER } from '@/ipc/forms';
import { viewQuery } from '@/ipc/queries';
import { type EditorProps, UserEditor } from './UserEditor';

interface UserProps extends EditorProps {
  /** The user; another one is another panel (give it a key). */
  id: string;
}

export function UserPanel({ id, ...editor }: UserProps) {
  const { t } = useTranslation('users');
  const { data: detail, error, refetch } = useQuery(viewQuery('user', { id }));
  const retry = () => void refetch();
  return (
    <EditorPanel
      testId="user-panel"
      label={detail ? t('panel.label', { name: detail.row.name }) : t('panel.loading')}
      title={detail?.row.name}
      onClose={editor.onClose}
    >
      {detail ? (
        <>
          {error && <ErrorNotice title={t('old')} error={error.body} onRetry={retry} />}
          <UserEditor detail={detail} shown={detail.row.form} {...editor} />
        </>
      ) : (
        <NotYet error={error} onRetry={retry} />
      )}
    </EditorPanel>
  );
}

export function NewUserPanel(editor: EditorProps) {
  const { t } = useTranslation('users');
  return (
    <EditorPanel
      testId="user-panel"
      label={t('panel.new')}
      title={t('panel.new')}
      onClose={editor.onClose}
    >
      <UserEditor detail={null} shown={EMPTY_USER} {...editor} />
    </EditorPanel>
  );
}

/** A new user that begins as a copy of another one. The user name must be another one. */
export function CopiedUserPanel({ id, ...editor }: UserProps) {
  const { t } = useTranslation('users');
  const { data: source, error, refetch } = useQuery(viewQuery('user', { id }));
  const shown = useMemo(
    () =>
      source && {
        ...source.row.form,
        name: t('panel.copyName', { name: source.row.form.name }),
        email: '',
      },
    [source, t],
  );
  return (
    <EditorPanel
      testId="user-panel"
      label={t('panel.new')}
      title={t('panel.new')}
      onClose={editor.onClose}
    >
      {shown ? (
        <UserEditor detail={null} shown={shown} {...editor} />
      ) : (
        <NotYet error={error} onRetry={() => void refetch()} />
      )}
    </EditorPanel>
  );
}

function NotYet({ error, onRetry }: { error: CallError | null; onRetry(): void }) {
  const { t } = useTranslation('users');
  return error ? (
    <ErrorNotice title={t('panel.failed')} error={error.body} onRetry={onRetry} />
  ) : (
    <Loader
      size="sm"
      role="status"
      aria-label={t('panel.loading')}
      className={panel.loader ?? ''}
    />
  );
}
