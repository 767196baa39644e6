/** The form of one group, there already or new. What it becomes is reviewed before anything is sent. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconEyeX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { EMPTY_GROUP } from '@/ipc/forms';
import type { Change, DeviceRef, GroupDetail, GroupForm } from '@/ipc/generated/contract';
import { Members } from './Members';
import { type Draft, useDraft } from './useDraft';
import { Viewers } from './Viewers';

export interface EditorProps {
  onReview(change: Change<GroupForm>): void;
  /** Tells whether something was typed that is not sent yet. */
  onChanged(isChanged: boolean): void;
  onCopy(id: string): void;
  onClose(): void;
}

interface Props extends EditorProps {
  /** The group; null for a new one. */
  detail: GroupDetail | null;
  /** What the form begins with. */
  shown: Draft;
}

/** A change of the group, made of what was there before it and what it is to become. */
function changeOf(
  detail: GroupDetail | null,
  before: GroupForm,
  after: GroupForm,
): Change<GroupForm> {
  return detail ? { kind: 'edit', id: detail.id, before, after } : { kind: 'create', after };
}

export function GroupEditor({ detail, shown, onReview, onChanged, onCopy, onClose }: Props) {
  const { t } = useTranslation('groups');
  const { t: tCommon } = useTranslation();
  const { draft, before, after, isChanged, edit, discard } = useDraft(
    shown,
    detail?.form ?? EMPTY_GROUP,
  );
  const [nameError, setNameError] = useState<string | null>(null);
  const name = useRef<HTMLInputElement>(null);

  useEffect(() => {
    onChanged(isChanged);
    return () => onChanged(false);
  }, [onChanged, isChanged]);
  // Whoever begins a new group begins with its name.
  const isNew = detail === null;
  useEffect(() => {
    if (isNew) name.current?.focus();
  }, [isNew]);

  const review = () => {
    if (after.name === '') {
      setNameError(t('field.nameMissing'));
      name.current?.focus();
      return;
    }
    onReview(changeOf(detail, before, after));
  };
  const add = (devices: readonly DeviceRef[]) =>
    edit((latest) => {
      const known = new Set(latest.devices.map(({ id }) => id));
      return { devices: [...latest.devices, ...devices.filter(({ id }) => !known.has(id))] };
    });
  const remove = (removed: string) =>
    edit((latest) => ({ devices: latest.devices.filter(({ id }) => id !== removed) }));

  return (
    <>
      <div className={panel.body}>
        {detail?.isIncomplete && <Notice>{t('incompleteHint')}</Notice>}
        <TextInput
          ref={name}
          size="xs"
          label={t('field.name')}
          required
          value={draft.name}
          error={nameError}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setNameError(null);
            edit(() => ({ name: typed }));
          }}
        />
        <Textarea
          size="xs"
          label={t('field.description')}
          autosize
          minRows={2}
          maxRows={6}
          value={draft.description}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            edit(() => ({ description: typed }));
          }}
        />
        <Members devices={draft.devices} onAdd={add} onRemove={remove} />
        {detail && <Viewers users={detail.users} />}
      </div>
      <footer className={panel.footer}>
        <Button size="xs" disabled={!isChanged} onClick={review}>
          {t('review')}
        </Button>
        <Button size="xs" variant="default" onClick={isChanged && !isNew ? discard : onClose}>
          {isNew ? tCommon('cancel') : isChanged ? t('discard') : tCommon('close')}
        </Button>
        {detail && (
          <>
            <Button
              size="xs"
              variant="subtle"
              className={panel.apart}
              onClick={() => onCopy(detail.id)}
            >
              {t('copy')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              onClick={() => onReview({ kind: 'delete', id: detail.id, before: detail.form })}
            >
              {t('delete')}
            </Button>
          </>
        )}
      </footer>
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className={panel.notice}>
      <IconEyeX size={16} aria-hidden />
      {children}
    </p>
  );
}
