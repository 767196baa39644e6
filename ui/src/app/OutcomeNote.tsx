/** What became of an action that has no place of its own to say it. What went well goes by itself. */
import { CloseButton, Paper } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '@/features/map/ActionMenu';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import classes from './OutcomeNote.module.css';

const SHOWN_MS = 6_000;

interface Props {
  outcome: Outcome | null;
  onDismiss(): void;
}

export function OutcomeNote({ outcome, onDismiss }: Props) {
  const { t } = useTranslation('mapActions');
  useEffect(() => {
    if (!outcome || 'failed' in outcome) return;
    const timer = window.setTimeout(onDismiss, SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [outcome, onDismiss]);
  return (
    <div className={classes.place} role="status">
      {outcome && (
        <Paper withBorder shadow="md" className={classes.note} data-testid="outcome">
          {'said' in outcome ? (
            outcome.said
          ) : outcome.error ? (
            <ErrorNotice title={outcome.failed} error={outcome.error} />
          ) : (
            outcome.failed
          )}
          <CloseButton size="sm" aria-label={t('dismiss')} onClick={onDismiss} />
        </Paper>
      )}
    </div>
  );
}
