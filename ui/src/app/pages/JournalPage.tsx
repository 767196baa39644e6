/** The journal of changes, and the way to take one back. */
import { Container, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewTask } from '@/app/BulkHost';
import { ChangePreview } from '@/features/changes/ChangePreview';
import { type Done, DoneLine, doneBy } from '@/features/changes/DoneLine';
import type { PendingChange } from '@/features/changes/pendingChange';
import { JournalList } from '@/features/journal/JournalList';
import type { ChangeOutcome } from '@/ipc/generated/contract';

export function JournalPage() {
  const { t } = useTranslation('journal');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const review = useReviewTask();
  const [pending, setPending] = useState<PendingChange | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const finish = (_: ChangeOutcome, sent: PendingChange) => {
    setPending(null);
    setDone(doneBy(sent));
    void queries.invalidateQueries({ queryKey: ['journal'] });
  };

  return (
    <>
      <DoneLine done={done} onDismiss={() => setDone(null)} />
      <Container size="md" py="lg">
        <Stack gap="md">
          <Title order={1} size="h3">
            {t('title')}
          </Title>
          <JournalList
            onUndo={(change, entry) => {
              setDone(null);
              setPending({ change, undoes: entry, password: null });
            }}
            onUndoBatch={(entry) => review({ kind: 'undo', entry: entry.id })}
            onSetPassword={(user) => void navigate({ to: '/users', search: { user } })}
          />
        </Stack>
      </Container>
      {pending && (
        <ChangePreview first={pending} onClose={() => setPending(null)} onDone={finish} />
      )}
    </>
  );
}
