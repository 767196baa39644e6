/** What the list says when it has no rows to show, or only old ones. */
import { EmptyState } from '@mantine/core';
import { IconTruckOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import classes from '@/table/listFrame.module.css';

export function NoDevices() {
  const { t } = useTranslation('devices');
  return (
    <div className={classes.notice} data-testid="no-devices">
      <EmptyState
        size="sm"
        icon={<IconTruckOff aria-hidden />}
        title={t('empty.account')}
        description={t('empty.accountHint')}
      />
    </div>
  );
}

export function NoDeviceMatches({ onClear }: { onClear(): void }) {
  const { t } = useTranslation('devices');
  return (
    <div className={classes.notice} data-testid="nothing-matches">
      <NothingMatches
        title={t('empty.filtered')}
        hint={t('empty.filteredHint')}
        clear={t('filter.clear')}
        onClear={onClear}
      />
    </div>
  );
}

interface FailureProps {
  error: CallError;
  onTryAgain(): void;
}

/** Nothing to show at all. */
export function FailedNotice({ error, onTryAgain }: FailureProps) {
  const { t } = useTranslation('devices');
  return (
    <div className={classes.notice}>
      <ErrorNotice title={t('failed')} error={error.body} onRetry={onTryAgain} />
    </div>
  );
}

/** Rows are there, and may be old by now. */
export function OutdatedNotice({ error, onTryAgain }: FailureProps) {
  const { t } = useTranslation('devices');
  return (
    <div className={classes.outdated}>
      <ErrorNotice title={t('failed')} error={error.body} onRetry={onTryAgain} />
    </div>
  );
}
