/** One change of the journal: when, what, how it stands; opened, what it changed. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconKey, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { AnyChange, JournalEntry } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import { useTroubleWords } from '@/ipc/useTroubleWords';
import { CommandDetails } from './CommandDetails';
import { EntryDetails } from './EntryDetails';
import { EntryLine } from './EntryLine';
import { EntryStateMark } from './EntryStateMark';
import { whatOf } from './entryWords';
import classes from './journal.module.css';

export interface EntryActions {
  /** Reviews the change that takes an entry back. */
  onUndo(change: AnyChange, entry: number): void;
  /** Takes back what was made together with an entry. */
  onUndoBatch?(entry: JournalEntry): void;
  /** Opens the user, to give them a password. */
  onSetPassword(user: string): void;
}

interface Props extends EntryActions {
  entry: JournalEntry;
}

export function EntryRow({ entry, onUndo, onSetPassword }: Props) {
  const { t } = useTranslation('journal');
  const inverse = useCommand('inverse_of_entry');
  const troubleWords = useTroubleWords();
  const what = whatOf(t, entry);

  return (
    <EntryLine
      entry={entry}
      what={what}
      mark={<EntryStateMark state={entry.state} />}
      action={
        entry.canBeUndone && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={t('undoOf', { what })}
            loading={inverse.isPending}
            onClick={() =>
              inverse.mutate({ id: entry.id }, { onSuccess: (change) => onUndo(change, entry.id) })
            }
          >
            {t('undo')}
          </Button>
        )
      }
      notes={
        <>
          {entry.trouble && <p className={classes.words}>{troubleWords(entry.trouble)}</p>}
          {entry.words && <p className={classes.words}>{t('words', { words: entry.words })}</p>}
          {entry.isFinal && (
            <p className={classes.words}>
              <IconLock size={14} aria-hidden /> {t('final')}
            </p>
          )}
          {entry.passwordOpen && (
            <PasswordOpen user={entry.subjectId} onSetPassword={onSetPassword} />
          )}
          {inverse.error && <ErrorNotice title={t('undoFailed')} error={inverse.error.body} />}
        </>
      }
    >
      {entry.command ? (
        <CommandDetails entry={entry} command={entry.command} />
      ) : (
        <EntryDetails id={entry.id} kind={entry.kind} />
      )}
    </EntryLine>
  );
}

interface PasswordProps {
  user: string | null;
  onSetPassword(user: string): void;
}

function PasswordOpen({ user, onSetPassword }: PasswordProps) {
  const { t } = useTranslation('journal');
  return (
    <p className={classes.words} data-testid="password-open">
      <IconKey size={14} aria-hidden /> {t('passwordOpen')}{' '}
      {user !== null && (
        <Button size="compact-xs" variant="light" onClick={() => onSetPassword(user)}>
          {t('setPassword')}
        </Button>
      )}
    </p>
  );
}
