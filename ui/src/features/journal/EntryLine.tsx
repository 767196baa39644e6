/** A line of the journal that opens: what one change did, or which changes were made together. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useFormats } from '@/format/FormatProvider';
import type { JournalEntry } from '@/ipc/generated/contract';
import classes from './journal.module.css';

interface Props {
  entry: JournalEntry;
  what: string;
  mark: ReactNode;
  action: ReactNode;
  /** Below the line, also while it is closed. */
  notes: ReactNode;
  /** What it shows when it is open; asked for only then. */
  children: ReactNode;
}

export function EntryLine({ entry, what, mark, action, notes, children }: Props) {
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
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
          {mark}
        </UnstyledButton>
        {action}
      </div>
      {notes}
      <div id={details} className={classes.details} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </li>
  );
}
