/** The form of one user, there already or new. What it becomes is reviewed before anything is sent. */
import { IconEyeX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import panel from '@/components/EditorPanel.module.css';
import { extended } from '@/format/days';
import { useNow } from '@/format/FormatProvider';
import { EMPTY_USER } from '@/ipc/forms';
import type { Change, PasswordArgs, UserDetail, UserForm } from '@/ipc/generated/contract';
import { CopyAccess } from './CopyAccess';
import { NEEDED } from './fields';
import { NoteFields } from './NoteFields';
import { PasswordSection } from './PasswordSection';
import { PowerFields } from './PowerFields';
import { isReady, NO_PASSWORD, type PasswordDraft, passwordArgsOf } from './password';
import { SightFields } from './SightFields';
import { UserFacts } from './UserFacts';
import { UserFooter } from './UserFooter';
import type { Generated } from './useGenerated';
import { useUserDraft } from './useUserDraft';
import { ValidFields } from './ValidFields';
import { WhoFields } from './WhoFields';

export interface EditorProps {
  generated: Generated;
  onReview(change: Change<UserForm>, password: PasswordArgs | null): void;
  /** Tells whether something was typed that is not sent yet. */
  onChanged(isChanged: boolean): void;
  onCopy(id: string): void;
  onClose(): void;
}

interface Props extends EditorProps {
  /** The user; null for a new one. */
  detail: UserDetail | null;
  /** What the form begins with. */
  shown: UserForm;
}

export function UserEditor({ detail, shown, generated, ...on }: Props) {
  const { t } = useTranslation('users');
  const now = useNow(60_000);
  const seen = detail?.row.form ?? EMPTY_USER;
  const { draft, before, after, isChanged, edit, discard } = useUserDraft(shown, seen);
  const [password, setPassword] = useState<PasswordDraft>(NO_PASSWORD);
  const [asked, setAsked] = useState(false);
  const [isCopying, setIsCopying] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const isNew = detail === null;
  const isDirty = isChanged || password.kind !== 'none';
  useForgotten(password, generated);

  const { onChanged } = on;
  useEffect(() => {
    onChanged(isDirty);
    return () => onChanged(false);
  }, [onChanged, isDirty]);
  // Whoever begins a new user begins with their name.
  useEffect(() => {
    if (isNew) name.current?.focus();
  }, [isNew]);

  const missing = NEEDED.filter((field) => after[field] === '' && (isNew || before[field] !== ''));
  const errors = asked ? Object.fromEntries(missing.map((f) => [f, t('field.missing')])) : {};
  const passwordError = passwordFault(password, isNew);
  const isPasswordReady = passwordError === null;

  const reviewAs = (form: UserForm, withPassword: boolean) =>
    on.onReview(
      detail
        ? { kind: 'edit', id: detail.row.id, before, after: form }
        : { kind: 'create', after: form },
      withPassword ? passwordArgsOf(password) : null,
    );
  const review = () => {
    setAsked(true);
    if (missing.length > 0) name.current?.focus();
    else if (passwordError === null) reviewAs(after, true);
  };

  const fields = { draft, errors, edit };
  return (
    <>
      <div className={panel.body}>
        {detail && detail.row.unreadable.length > 0 && (
          <p className={panel.notice}>
            <IconEyeX size={16} aria-hidden />
            <span>{t('incompleteHint', { fields: detail.row.unreadable.join(', ') })}</span>
          </p>
        )}
        <WhoFields {...fields} nameRef={name} />
        <SightFields {...fields} detail={detail} isChanged={isSightChanged(before, after)} />
        <PowerFields {...fields} />
        <ValidFields {...fields} />
        <PasswordSection
          draft={password}
          isNew={isNew}
          error={asked && passwordError ? t(passwordError) : null}
          known={[draft.name, draft.email]}
          generated={generated}
          onChange={setPassword}
        />
        <NoteFields {...fields} />
        {detail && <UserFacts row={detail.row} />}
      </div>
      <UserFooter
        isNew={isNew}
        isChanged={isDirty}
        isDisabled={before.disabled}
        hasEnd={after.expires !== null}
        onReview={review}
        onDiscard={() => {
          discard();
          setPassword(NO_PASSWORD);
          setAsked(false);
        }}
        onClose={on.onClose}
        onToggle={() => reviewAs({ ...after, disabled: !before.disabled }, isPasswordReady)}
        onExtend={(days) =>
          reviewAs({ ...after, expires: extended(after.expires, now, days) }, isPasswordReady)
        }
        onCopyAccess={() => setIsCopying(true)}
        onDuplicate={() => detail && on.onCopy(detail.row.id)}
        onDelete={() =>
          detail &&
          on.onReview({ kind: 'delete', id: detail.row.id, before: detail.row.form }, null)
        }
      />
      {isCopying && (
        <CopyAccess
          self={detail?.row.id ?? null}
          onTake={edit}
          onClose={() => setIsCopying(false)}
        />
      )}
    </>
  );
}

/** What keeps the password from being sent, by the key of its text. */
function passwordFault(password: PasswordDraft, isNew: boolean) {
  if (password.kind === 'none') return isNew ? ('password.later' as const) : null;
  if (isReady(password) || password.kind !== 'typed') return null;
  return password.password === '' ? ('password.tooShort' as const) : ('password.mismatch' as const);
}

function isSightChanged(before: UserForm, after: UserForm): boolean {
  return before.group !== after.group || before.deviceId !== after.deviceId;
}

/** A password that the app made is forgotten with the form, unless it was sent. */
function useForgotten(password: PasswordDraft, generated: Generated) {
  const number = password.kind === 'generated' ? password.number : null;
  useEffect(() => {
    if (number === null) return;
    return () => {
      if (!generated.isKept(number)) generated.forget(number);
    };
  }, [number, generated]);
}
