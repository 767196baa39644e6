/** What the table says when it has no rows to show. */
import { Button, EmptyState } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import frame from '@/table/listFrame.module.css';

export function NoUsers({ onNew }: { onNew(): void }) {
  const { t } = useTranslation('users');
  return (
    <div className={frame.notice} data-testid="no-users">
      <EmptyState
        size="sm"
        icon={<IconUser aria-hidden />}
        title={t('empty.none')}
        description={t('empty.noneHint')}
      >
        <EmptyState.Actions>
          <Button size="xs" onClick={onNew}>
            {t('new')}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </div>
  );
}

export function NoUserMatches({ onClear }: { onClear(): void }) {
  const { t } = useTranslation('users');
  return (
    <div className={frame.notice} data-testid="no-user-matches">
      <NothingMatches
        title={t('empty.filtered')}
        hint={t('empty.filteredHint')}
        clear={t('empty.clear')}
        onClear={onClear}
      />
    </div>
  );
}
