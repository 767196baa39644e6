/** One change of the journal: when, what, how it stands; opened, what it changed. */
import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { GroupChange, JournalEntry } from '@/ipc/generated/contract';
import { useCommand } from '@/ipc/queries';
import { EntryDetails } from './EntryDetails';
import { EntryStateMark } from './EntryStateMark';
import classes from './journal.module.css';

interface Props {
  entry: JournalEntry;
  /** Reviews the change that takes this one back. */
  onUndo(change: GroupChange, entry: number): void;
}

export function EntryRow({ entry, onUndo }: Props) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
  const inverse = useCommand('inverse_of_entry');
  const what = t(`what.${entry.kind}`, { name: entry.name });

  return (
    <li className={classes.entry} data-entry={entry.id}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={isOpen}
          aria-controls={details}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronRight size={15} className={classes.chevron} aria-hidden />
          <time dateTime={entry.at} className={classes.when}>
            {formats.moment(entry.at)}
          </time>
          <span className={classes.what}>{what}</span>
          <EntryStateMark state={entry.state} />
        </UnstyledButton>
        {entry.canBeUndone && (
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
        )}
      </div>
      {entry.words && <p className={classes.words}>{t('words', { words: entry.words })}</p>}
      {inverse.error && <ErrorNotice title={t('undoFailed')} error={inverse.error.body} />}
      <div id={details} className={classes.details} hidden={!isOpen}>
        {isOpen && <EntryDetails entry={entry} />}
      </div>
    </li>
  );
}
