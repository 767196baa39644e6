/** What asks for a look, and what is done about it: shown among the users, or changed for all at once. */
import { Container, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewTask } from '@/app/BulkHost';
import { MembersDialog } from '@/features/bulk/MembersDialog';
import { UserActionDialog } from '@/features/bulk/UserActionDialog';
import type { Fix } from '@/features/inbox/fixes';
import { Inbox } from '@/features/inbox/Inbox';
import { chipOf } from '@/features/users/chips';
import { useLexicon } from '@/features/users/useLexicon';
import type { BulkTask, Matter } from '@/ipc/generated/contract';

export function InboxPage() {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const { words } = useLexicon();
  const review = useReviewTask();
  const [fixed, setFixed] = useState<{ matter: Matter; fix: Fix } | null>(null);

  const show = ({ users }: Matter) => {
    if (!users) return;
    const chips = users.terms.map((term) => chipOf(term, words));
    void navigate({ to: '/users', search: { chips } });
  };
  const fix = (matter: Matter, how: Fix) => {
    if (how === 'deleteGroups') review({ kind: 'deleteGroups', ids: matter.ids });
    else setFixed({ matter, fix: how });
  };
  const onTask = (task: BulkTask) => {
    setFixed(null);
    review(task);
  };
  return (
    <Container size="md" py="lg">
      <Stack gap="md">
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <Inbox onShow={show} onFix={fix} />
      </Stack>
      {fixed && <FixDialog {...fixed} onTask={onTask} onClose={() => setFixed(null)} />}
    </Container>
  );
}

interface FixProps {
  matter: Matter;
  fix: Fix;
  onTask(task: BulkTask): void;
  onClose(): void;
}

function FixDialog({ matter, fix, onTask, onClose }: FixProps) {
  const { users, ids, count } = matter;
  if (fix === 'addToGroups') {
    const devices = { kind: 'ids' as const, ids };
    return (
      <MembersDialog
        start={{ of: 'devices', devices, count }}
        add
        onTask={onTask}
        onClose={onClose}
      />
    );
  }
  if (!users || (fix !== 'extend' && fix !== 'disable' && fix !== 'group')) return null;
  return (
    <UserActionDialog
      kind={fix}
      selection={{ kind: 'matching', filter: users, except: [] }}
      count={count}
      onTask={onTask}
      onClose={onClose}
    />
  );
}
