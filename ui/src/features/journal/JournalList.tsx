/** What was changed from this app, newest first, with the way back where there is one. */
import { EmptyState, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import { PageSearchField } from '@/components/SearchField';
import { useFormats } from '@/format/FormatProvider';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { GroupChange } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { EntryRow } from './EntryRow';
import classes from './journal.module.css';

/** The most entries that are shown; older ones are found by their words. */
const SHOWN = 200;
const PAUSE_MS = 120;

interface Props {
  /** Reviews the change that takes an entry back. */
  onUndo(change: GroupChange, entry: number): void;
}

export function JournalList({ onUndo }: Props) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const {
    data: entries,
    error,
    refetch,
  } = useQuery(viewQuery('journal', { text: asked, limit: SHOWN }));

  return (
    <>
      <div className={classes.search}>
        <PageSearchField
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          text={text}
          onChange={setText}
        />
      </div>
      {error && (
        <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />
      )}
      {!entries && !error && <Loader size="sm" aria-label={t('loading')} />}
      {entries?.length === 0 && (
        <Nothing isSearch={asked.trim() !== ''} onClear={() => setText('')} />
      )}
      {entries && entries.length > 0 && (
        <ul aria-label={t('list')} className={classes.entries}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} onUndo={onUndo} />
          ))}
        </ul>
      )}
      {entries && entries.length >= SHOWN && (
        <p className={classes.text}>{t('limit', { total: formats.count(SHOWN) })}</p>
      )}
    </>
  );
}

function Nothing({ isSearch, onClear }: { isSearch: boolean; onClear(): void }) {
  const { t } = useTranslation('journal');
  if (!isSearch) {
    return (
      <div data-testid="no-entries">
        <EmptyState
          size="sm"
          icon={<IconHistory aria-hidden />}
          title={t('emptyTitle')}
          description={t('emptyHint')}
        />
      </div>
    );
  }
  return (
    <div data-testid="no-entry-matches">
      <NothingMatches
        title={t('nothing')}
        hint={t('nothingHint')}
        clear={t('clear')}
        onClear={onClear}
      />
    </div>
  );
}
