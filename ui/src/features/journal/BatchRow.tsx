/** Changes that were made together: how many, how they stand; opened, each of them. */
import { Button, Loader } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { BatchCount, JournalEntry } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { EntryLine } from './EntryLine';
import { type EntryActions, EntryRow } from './EntryRow';
import { EntryStateMark } from './EntryStateMark';
import { whatOf } from './entryWords';
import classes from './journal.module.css';

/** The most entries of a batch that are shown at once. */
const SHOWN = 500;

interface Props extends EntryActions {
  entry: JournalEntry;
  batch: readonly BatchCount[];
}

export function BatchRow({ entry, batch, ...actions }: Props) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const count = batch.reduce((sum, counted) => sum + counted.count, 0);
  const { subject, kind } = entry;
  // Commands are entered one by one.
  const what =
    subject === 'command' || kind === 'send'
      ? whatOf(t, entry)
      : t(`together.${subject}.${kind}`, { count, total: formats.count(count) });
  const { onUndoBatch } = actions;
  // What can't be taken back is deleted users, and they are never made together with others.
  const canBeUndone = kind !== 'delete' || subject === 'group';
  const isDone = batch.some(({ state }) => state === 'done');
  return (
    <EntryLine
      entry={entry}
      what={what}
      mark={
        <span className={classes.states}>
          {batch.map((counted) => (
            <EntryStateMark
              key={counted.state}
              state={counted.state}
              {...(batch.length > 1 && { count: counted.count })}
            />
          ))}
        </span>
      }
      action={
        onUndoBatch &&
        isDone &&
        canBeUndone && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            aria-label={t('undoOf', { what })}
            onClick={() => onUndoBatch(entry)}
          >
            {t('undoAll')}
          </Button>
        )
      }
      notes={null}
    >
      <Entries id={entry.id} {...actions} />
    </EntryLine>
  );
}

function Entries({ id, ...actions }: EntryActions & { id: number }) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const {
    data: entries,
    error,
    refetch,
  } = useQuery(viewQuery('journal', { text: '', state: null, batch: id, limit: SHOWN }));
  if (error) {
    return <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />;
  }
  if (!entries) return <Loader size="xs" role="status" aria-label={t('loading')} />;
  return (
    <>
      <ul aria-label={t('togetherList')} className={classes.entries}>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} {...actions} />
        ))}
      </ul>
      {entries.length >= SHOWN && (
        <p className={classes.text}>{t('togetherLimit', { total: formats.count(SHOWN) })}</p>
      )}
    </>
  );
}
