/** What was changed from this app, newest first, with the way back where there is one. */
import { EmptyState, Loader } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import { useFormats } from '@/format/FormatProvider';
import { errorBodyOf } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { EntryState } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import { BatchRow } from './BatchRow';
import { type EntryActions, EntryRow } from './EntryRow';
import { JournalToolbar } from './JournalToolbar';
import classes from './journal.module.css';
import { useExport } from './useExport';

/** The most entries that are shown; older ones are found by their words. */
const SHOWN = 200;
const PAUSE_MS = 120;

export function JournalList(actions: EntryActions) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  const [text, setText] = useState('');
  const [state, setState] = useState<EntryState | null>(null);
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const {
    data: entries,
    error,
    refetch,
  } = useQuery(viewQuery('journal', { text: asked, state, batch: null, limit: SHOWN }));
  const exporting = useExport();
  const hasEntries = entries !== undefined && entries.length > 0;

  return (
    <>
      <JournalToolbar
        text={text}
        onText={setText}
        state={state}
        onState={setState}
        canExport={hasEntries}
        isExporting={exporting.isPending}
        onExport={() => exporting.mutate(entries ?? [])}
      />
      {exporting.error && (
        <ErrorNotice title={t('exportFailed')} error={errorBodyOf(exporting.error)} />
      )}
      {error && (
        <ErrorNotice title={t('failed')} error={error.body} onRetry={() => void refetch()} />
      )}
      {!entries && !error && <Loader size="sm" role="status" aria-label={t('loading')} />}
      {entries?.length === 0 && (
        <Nothing
          isSearch={asked.trim() !== '' || state !== null}
          onClear={() => {
            setText('');
            setState(null);
          }}
        />
      )}
      {hasEntries && (
        <ul aria-label={t('list')} className={classes.entries}>
          {entries.map((entry) =>
            entry.batch ? (
              <BatchRow key={entry.id} entry={entry} batch={entry.batch} {...actions} />
            ) : (
              <EntryRow key={entry.id} entry={entry} {...actions} />
            ),
          )}
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
