/** The groups of the account: the list, one group to be edited, and the change that is reviewed. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewTask } from '@/app/BulkHost';
import { GroupViews } from '@/app/GroupViews';
import { type GroupSearch, NEW_GROUP } from '@/app/groupSearch';
import { LeaveGuard } from '@/app/LeaveGuard';
import { GroupSheets } from '@/app/Sheets';
import { useIsHere } from '@/app/useIsHere';
import { GroupBulkBar } from '@/features/bulk/GroupBulkBar';
import { ChangePreview } from '@/features/changes/ChangePreview';
import { type Done, DoneLine, doneBy } from '@/features/changes/DoneLine';
import type { PendingChange } from '@/features/changes/pendingChange';
import { GroupList } from '@/features/groups/GroupList';
import { CopiedGroupPanel, GroupPanel, NewGroupPanel } from '@/features/groups/GroupPanel';
import type { ChangeOutcome } from '@/ipc/generated/contract';
import classes from './listAndPanel.module.css';

export function GroupsPage() {
  const { t } = useTranslation('changes');
  const search = useSearch({ from: '/groups' });
  const navigate = useNavigate({ from: '/groups' });
  const queries = useQueryClient();
  const isHere = useIsHere();
  const review = useReviewTask();
  const [isChanged, setIsChanged] = useState(false);
  const [pending, setPending] = useState<PendingChange | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  /** Grows with every change that went through: the form begins anew with what it became. */
  const [changes, setChanges] = useState(0);

  const go = useCallback(
    (next: GroupSearch, ignoreBlocker = false) => void navigate({ search: next, ignoreBlocker }),
    [navigate],
  );
  // Escape on the list while nothing is open would be a step of its own on the way back.
  const isOpen = search.group !== undefined;
  const close = useCallback(() => {
    if (isOpen) go({});
  }, [go, isOpen]);

  const finish = async ({ id }: ChangeOutcome, sent: PendingChange) => {
    const opened = sent.change.change.kind === 'delete' ? null : id;
    setPending(null);
    setDone(doneBy(sent));
    if (opened === null) go({}, true);
    // The panel would show what was there before until the word of the change comes by itself.
    await queries.invalidateQueries({ queryKey: ['groups'] });
    setChanges((count) => count + 1);
    if (opened !== null && isHere()) go({ group: opened }, true);
  };

  return (
    <div className={classes.page}>
      <DoneLine
        done={done}
        link={
          <Link to="/journal" className={classes.link}>
            {t('done.open')}
          </Link>
        }
        onDismiss={() => setDone(null)}
      />
      <GroupViews />
      <div className={classes.columns}>
        <div className={classes.list}>
          <GroupList
            selected={search.group ?? null}
            onSelect={(id) => {
              if (id === null) close();
              else if (id !== search.group) go({ group: id });
            }}
            onNew={() => go({ group: NEW_GROUP })}
            tools={<GroupSheets />}
            bar={(ids, { filterEffect, selection, clear }) => (
              <GroupBulkBar
                groups={ids}
                isAll={selection.kind === 'matching' && selection.except.size === 0}
                filterEffect={filterEffect}
                onTask={(task) => review(task, clear)}
                onClear={clear}
              />
            )}
          />
        </div>
        <OpenPanel
          key={`${search.group} ${search.copyOf} ${changes}`}
          search={search}
          onReview={(change) => {
            setDone(null);
            setPending({
              change: { subject: 'group', change },
              undoes: null,
              password: null,
            });
          }}
          onChanged={setIsChanged}
          onCopy={(id) => go({ group: NEW_GROUP, copyOf: id })}
          onClose={close}
        />
      </div>
      {pending && (
        <ChangePreview first={pending} onClose={() => setPending(null)} onDone={finish} />
      )}
      <LeaveGuard what="group" isChanged={isChanged && isOpen} />
    </div>
  );
}

type EditorProps = Parameters<typeof NewGroupPanel>[0];

function OpenPanel({ search, ...editor }: EditorProps & { search: GroupSearch }) {
  const { group, copyOf } = search;
  if (group === undefined) return null;
  return (
    <div className={classes.panel}>
      {group !== NEW_GROUP ? (
        <GroupPanel id={group} {...editor} />
      ) : copyOf === undefined ? (
        <NewGroupPanel {...editor} />
      ) : (
        <CopiedGroupPanel id={copyOf} {...editor} />
      )}
    </div>
  );
}
