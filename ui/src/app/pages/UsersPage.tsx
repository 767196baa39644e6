/** The users of the account: the table, one user to be edited, and the change that is reviewed. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReviewTask } from '@/app/BulkHost';
import { LeaveGuard } from '@/app/LeaveGuard';
import { UserSheets } from '@/app/Sheets';
import { useIsHere } from '@/app/useIsHere';
import { NEW_USER, type UserSearch, userSortOf, validateUserSearch } from '@/app/userSearch';
import { UserBulkBar } from '@/features/bulk/UserBulkBar';
import { ChangePreview } from '@/features/changes/ChangePreview';
import { type Done, DoneLine, doneBy } from '@/features/changes/DoneLine';
import { nameOf, type PendingChange } from '@/features/changes/pendingChange';
import type { TypedFilter } from '@/features/users/FilterField';
import { GeneratedDone } from '@/features/users/GeneratedDone';
import { UserList } from '@/features/users/UserList';
import { CopiedUserPanel, NewUserPanel, UserPanel } from '@/features/users/UserPanel';
import { type Generated, useGenerated } from '@/features/users/useGenerated';
import type { ChangeOutcome, UserFilter, UserSort } from '@/ipc/generated/contract';
import type { Chosen } from '@/table/useSelection';
import classes from './listAndPanel.module.css';

interface Finished {
  done: Done;
  /** A password that the app made for the user. */
  password: { number: number; name: string } | null;
}

/** The state of the page, which is its address, and how to change it. */
function useUserSearch() {
  const search = useSearch({ from: '/users' });
  const navigate = useNavigate({ from: '/users' });
  const go = useCallback(
    (next: UserSearch, options?: { replace?: boolean; ignoreBlocker?: boolean }) =>
      void navigate({ search: validateUserSearch({ ...next }), ...options }),
    [navigate],
  );
  const typed = useMemo<TypedFilter>(
    () => ({ chips: search.chips ?? [], text: search.text ?? '' }),
    [search],
  );
  const sort = useMemo(() => userSortOf(search), [search]);
  const { user: _, copyOf: __, ...list } = search;
  return {
    search,
    typed,
    sort,
    open: (user: string, copyOf?: string, ignoreBlocker = false) =>
      go({ ...list, user, ...(copyOf !== undefined && { copyOf }) }, { ignoreBlocker }),
    close: (ignoreBlocker = false) => go(list, { ignoreBlocker }),
    show: (next: TypedFilter, order: UserSort) =>
      go(
        {
          ...search,
          chips: [...next.chips],
          text: next.text,
          sort: order.key,
          ...(order.descending ? { dir: 'desc' as const } : { dir: undefined as never }),
        },
        // Every letter as a step of its own would bury the page that someone wants to go back to.
        { replace: next.text !== typed.text },
      ),
  };
}

export function UsersPage() {
  const page = useUserSearch();
  const { search, typed, sort } = page;
  const queries = useQueryClient();
  const generated = useGenerated();
  const isHere = useIsHere();
  const [isChanged, setIsChanged] = useState(false);
  const [pending, setPending] = useState<PendingChange | null>(null);
  const [finished, setFinished] = useState<Finished | null>(null);
  /** Grows with every change that went through: the form begins anew with what it became. */
  const [changes, setChanges] = useState(0);
  const isOpen = search.user !== undefined;
  // Escape on the list while nothing is open would be a step of its own on the way back.
  const close = () => {
    if (isOpen) page.close();
  };
  const dismiss = () => {
    if (finished?.password) generated.forget(finished.password.number);
    setFinished(null);
  };

  const finish = async ({ id }: ChangeOutcome, sent: PendingChange) => {
    const opened = sent.change.change.kind === 'delete' ? null : id;
    const password = sentPassword(sent, generated);
    if (password) generated.keep(password.number);
    setPending(null);
    setFinished({ done: doneBy(sent), password });
    if (opened === null) page.close(true);
    // The panel would show what was there before until the word of the change comes by itself.
    await queries.invalidateQueries({ queryKey: ['users'] });
    setChanges((count) => count + 1);
    if (opened !== null && isHere()) page.open(opened, undefined, true);
  };

  return (
    <div className={classes.page}>
      <DoneLine
        done={finished?.done ?? null}
        link={<DoneLinks finished={finished} generated={generated} />}
        onDismiss={dismiss}
      />
      <div className={classes.columns}>
        <div className={classes.list}>
          <UserList
            typed={typed}
            sort={sort}
            selected={search.user ?? null}
            onShow={page.show}
            onSelect={(id) => {
              if (id === null) close();
              else if (id !== search.user) page.open(id);
            }}
            onNew={() => page.open(NEW_USER)}
            tools={(chosen, filter) => <UserSheets chosen={chosen} filter={filter} />}
            bulkBar={(chosen, filter) => <Bulk chosen={chosen} filter={filter} />}
          />
        </div>
        <OpenPanel
          key={`${search.user} ${search.copyOf} ${changes}`}
          search={search}
          generated={generated}
          onReview={(change, password) => {
            // A password that nobody has seen yet must not go without a word.
            if (!finished?.password) setFinished(null);
            setPending({ change: { subject: 'user', change }, undoes: null, password });
          }}
          onChanged={setIsChanged}
          onCopy={(id) => page.open(NEW_USER, id)}
          onClose={close}
        />
      </div>
      {pending && (
        <ChangePreview first={pending} onClose={() => setPending(null)} onDone={finish} />
      )}
      <LeaveGuard what="user" isChanged={isChanged && isOpen} />
    </div>
  );
}

/** A password that the app made and that nobody has seen yet. */
function sentPassword({ change, password }: PendingChange, generated: Generated) {
  if (password?.kind !== 'generated' || generated.isShown(password.number)) return null;
  return { number: password.number, name: nameOf(change) };
}

interface LinksProps {
  finished: Finished | null;
  generated: Generated;
}

function DoneLinks({ finished, generated }: LinksProps) {
  const { t } = useTranslation('changes');
  return (
    <>
      {finished?.password && <GeneratedDone {...finished.password} generated={generated} />}
      <Link to="/journal" className={classes.link}>
        {t('done.open')}
      </Link>
    </>
  );
}

function Bulk({ chosen, filter }: { chosen: Chosen; filter: UserFilter }) {
  const review = useReviewTask();
  const { selection, count, filterEffect, clear } = chosen;
  return (
    <UserBulkBar
      selection={
        selection.kind === 'ids'
          ? { kind: 'ids', ids: [...selection.ids] }
          : { kind: 'matching', filter, except: [...selection.except] }
      }
      count={count}
      filterEffect={filterEffect}
      onTask={(task) => review(task, clear)}
      onClear={clear}
    />
  );
}

type EditorProps = Parameters<typeof NewUserPanel>[0];

function OpenPanel({ search, ...editor }: EditorProps & { search: UserSearch }) {
  const { user, copyOf } = search;
  if (user === undefined) return null;
  return (
    <div className={classes.panel}>
      {user !== NEW_USER ? (
        <UserPanel id={user} {...editor} />
      ) : copyOf === undefined ? (
        <NewUserPanel {...editor} />
      ) : (
        <CopiedUserPanel id={copyOf} {...editor} />
      )}
    </div>
  );
}
