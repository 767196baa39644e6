/** The panel beside the groups: one of them, or a new one, to be edited. */
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorPanel } from '@/components/EditorPanel';
import panel from '@/components/EditorPanel.module.css';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import { type EditorProps, GroupEditor } from './GroupEditor';
import type { Draft } from './useDraft';

interface GroupProps extends EditorProps {
  /** The group; another one is another panel (give it a key). */
  id: string;
}

export function GroupPanel({ id, ...editor }: GroupProps) {
  const { t } = useTranslation('groups');
  const { data: detail, error, refetch } = useQuery(viewQuery('group', { id }));
  const retry = () => void refetch();
  return (
    <EditorPanel
      testId="group-panel"
      label={detail ? t('panel.label', { name: detail.form.name }) : t('panel.loading')}
      title={detail?.form.name}
      onClose={editor.onClose}
    >
      {detail ? (
        <>
          {error && <Failure title={t('old')} error={error} onRetry={retry} />}
          <GroupEditor
            detail={detail}
            shown={{ ...detail.form, devices: detail.devices }}
            {...editor}
          />
        </>
      ) : (
        <NotYet error={error} onRetry={retry} />
      )}
    </EditorPanel>
  );
}

const EMPTY: Draft = { name: '', description: '', devices: [] };

export function NewGroupPanel(editor: EditorProps) {
  const { t } = useTranslation('groups');
  return (
    <EditorPanel
      testId="group-panel"
      label={t('panel.new')}
      title={t('panel.new')}
      onClose={editor.onClose}
    >
      <GroupEditor detail={null} shown={EMPTY} {...editor} />
    </EditorPanel>
  );
}

/** A new group that begins as a copy of another one. */
export function CopiedGroupPanel({ id, ...editor }: GroupProps) {
  const { t } = useTranslation('groups');
  const { data: source, error, refetch } = useQuery(viewQuery('group', { id }));
  const shown = useMemo(
    () =>
      source && {
        name: t('panel.copyName', { name: source.form.name }),
        description: source.form.description,
        devices: source.devices,
      },
    [source, t],
  );
  return (
    <EditorPanel
      testId="group-panel"
      label={t('panel.new')}
      title={t('panel.new')}
      onClose={editor.onClose}
    >
      {shown ? (
        <GroupEditor detail={null} shown={shown} {...editor} />
      ) : (
        <NotYet error={error} onRetry={() => void refetch()} />
      )}
    </EditorPanel>
  );
}

interface FailureProps {
  title: string;
  error: CallError;
  onRetry(): void;
}

function Failure({ title, error, onRetry }: FailureProps) {
  return <ErrorNotice title={title} error={error.body} onRetry={onRetry} />;
}

function NotYet({ error, onRetry }: { error: CallError | null; onRetry(): void }) {
  const { t } = useTranslation('groups');
  return error ? (
    <Failure title={t('panel.failed')} error={error} onRetry={onRetry} />
  ) : (
    <Loader size="sm" role="status" aria-label={t('panel.loading')} className={panel.loader} />
  );
}
