/** Says that a change went through; there from the start, so that it is read out. */
import { CloseButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './changes.module.css';
import { type PendingChange, wordOf } from './pendingChange';

interface Props {
  /** What was done; nothing is said without it. */
  done: Done | null;
  /** The way to where it can be taken back, and what else is to be done now. */
  link?: ReactNode;
  onDismiss(): void;
}

export type Done = 'create' | 'edit' | 'delete' | 'deleteFinally' | 'undo' | 'password';

/** What to say of a change that went through. */
export function doneBy(sent: PendingChange): Done {
  const word = wordOf(sent);
  const { subject, change } = sent.change;
  if (word === 'delete' && subject === 'user') return 'deleteFinally';
  const isPasswordOnly =
    change.kind === 'edit' &&
    sent.password !== null &&
    JSON.stringify(change.before) === JSON.stringify(change.after);
  return isPasswordOnly ? 'password' : word;
}

export function DoneLine({ done, link, onDismiss }: Props) {
  const { t } = useTranslation('changes');
  const { t: tCommon } = useTranslation();
  return (
    <div role="status" data-testid="change-done">
      {done && (
        <div className={classes.done}>
          <IconCircleCheck size={16} aria-hidden />
          <span>{t(`done.${done}`)}</span>
          {link}
          <CloseButton size="sm" aria-label={tCommon('close')} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
