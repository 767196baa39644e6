/** The journal of changes, and the way to take one back. */
import { Container, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangePreview } from '@/features/changes/ChangePreview';
import { DoneLine } from '@/features/changes/DoneLine';
import { type ChangeWord, type PendingChange, wordOf } from '@/features/changes/pendingChange';
import { JournalList } from '@/features/journal/JournalList';
import type { GroupOutcome } from '@/ipc/generated/contract';

export function JournalPage() {
  const { t } = useTranslation('journal');
  const queries = useQueryClient();
  const [pending, setPending] = useState<PendingChange | null>(null);
  const [done, setDone] = useState<ChangeWord | null>(null);

  const finish = (_: GroupOutcome, sent: PendingChange) => {
    setPending(null);
    setDone(wordOf(sent));
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
              setPending({ change, undoes: entry });
            }}
          />
        </Stack>
      </Container>
      {pending && (
        <ChangePreview first={pending} onClose={() => setPending(null)} onDone={finish} />
      )}
    </>
  );
}
