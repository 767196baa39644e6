/** The users: toolbar and table, or what to say instead of rows. */
import { useLocalStorage } from '@mantine/hooks';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { knownColumns } from '@/components/columnOrder';
import { useFormats } from '@/format/FormatProvider';
import { call } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { SavedView, UserFilter, UserRow, UserSort } from '@/ipc/generated/contract';
import frame from '@/table/listFrame.module.css';
import { choiceOf } from '@/table/rowChoice';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { useMatched } from '@/table/useMatched';
import { type Chosen, useSelection } from '@/table/useSelection';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';
import { CellSurroundingsProvider } from './CellContext';
import { filterOf } from './chips';
import { userColumns } from './columns';
import { NoUserMatches, NoUsers } from './EmptyUsers';
import type { TypedFilter } from './FilterField';
import classes from './UserList.module.css';
import { UserToolbar } from './UserToolbar';
import { useLexicon } from './useLexicon';
import { STANDARD_COLUMNS, USER_COLUMNS, userSortKeyOf } from './userColumnIds';
import { useUserRows } from './useUserRows';

interface Props {
  typed: TypedFilter;
  sort: UserSort;
  selected: string | null;
  onShow(typed: TypedFilter, sort: UserSort): void;
  onSelect(id: string | null): void;
  onNew(): void;
  /** Further tools of the toolbar, for the chosen users and the filter. */
  tools(chosen: Chosen, filter: UserFilter): ReactNode;
  /** What can be done with the chosen users of a filter. */
  bulkBar(chosen: Chosen, filter: UserFilter): ReactNode;
}

const idOf = (row: UserRow) => row.id;
const nameOf = (row: UserRow) => row.name;
const NO_ROWS: readonly UserRow[] = [];
/** Rows without content that fill the screen until the answer. */
const FIRST_LOOK = 30;
const MOST_ROWS = 500;
const NOTHING_TYPED: TypedFilter = { chips: [], text: '' };

export function UserList(props: Props) {
  const { typed, sort, selected, onShow, onSelect, onNew } = props;
  const { t } = useTranslation('users');
  const { lexicon } = useLexicon();
  const filter = useMemo(
    () => filterOf(typed.chips, typed.text, lexicon),
    [typed.chips, typed.text, lexicon],
  );
  const [kept, setKept] = useLocalStorage<string[]>({
    key: 'user-columns',
    defaultValue: [...STANDARD_COLUMNS],
  });
  const columns = useMemo(() => knownColumns(kept, USER_COLUMNS), [kept]);
  const { page, error, listKey, isOutdated, onVisible, tryAgain } = useUserRows(filter, sort);
  const table = useRef<VirtualTableHandle>(null);
  useShowSelected(table, { filter, sort, selected, isShown: page !== undefined });
  useFocusAfterClose(table, selected);

  const filterKey = JSON.stringify(filter);
  const matched = useMatched(filterKey, page?.matched, isOutdated);
  const chosen = useSelection({ filterKey, matched });
  const choice = choiceOf<UserRow>(chosen, matched ?? 0, {
    nameOf,
    idsBetween: (first, last) => idsBetween(filter, sort, first, last),
  });

  const onView = (view: SavedView) => {
    setKept(view.columns);
    onShow({ chips: view.chips, text: view.text }, view.sort);
  };
  const failure = error && (
    <ErrorNotice title={t(page ? 'old' : 'failed')} error={error.body} onRetry={tryAgain} />
  );

  return (
    <section aria-label={t('list')} className={frame.list} data-testid="user-list">
      <UserToolbar
        typed={typed}
        onTyped={(next) => onShow(next, sort)}
        columns={columns}
        onColumns={(next) => setKept([...(next ?? STANDARD_COLUMNS)])}
        current={{ chips: [...typed.chips], text: typed.text, sort, columns }}
        onView={onView}
        onNew={onNew}
        tools={props.tools(chosen, filter)}
        counts={page}
      />
      {props.bulkBar(chosen, filter)}
      {failure && page && <div className={frame.outdated}>{failure}</div>}
      {page && page.lost > 0 && <Lost count={page.lost} />}
      <div className={frame.rows}>
        {failure && !page ? (
          <div className={frame.notice}>{failure}</div>
        ) : page?.total === 0 ? (
          <NoUsers onNew={onNew} />
        ) : page?.matched === 0 ? (
          <NoUserMatches onClear={() => onShow(NOTHING_TYPED, sort)} />
        ) : (
          <CellSurroundingsProvider>
            <VirtualTable
              ref={table}
              label={t(page ? 'list' : 'loading')}
              columns={userColumns}
              shown={columns}
              rowCount={page?.matched ?? FIRST_LOOK}
              rows={page?.rows ?? NO_ROWS}
              offset={page?.offset ?? 0}
              rowId={idOf}
              selectedId={selected}
              sort={{ columnId: sort.key, descending: sort.descending }}
              onSort={(columnId) => {
                const key = userSortKeyOf(columnId);
                const descending = sort.key === key && !sort.descending;
                if (key) onShow(typed, { key, descending });
              }}
              onOpen={(row) => onSelect(row.id)}
              onEscape={() => onSelect(null)}
              onVisible={onVisible}
              listKey={listKey}
              isBusy={!page || isOutdated}
              choice={choice}
            />
          </CellSurroundingsProvider>
        )}
      </div>
    </section>
  );
}

function Lost({ count }: { count: number }) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  return <p className={classes.lost}>{t('lost', { count, total: formats.count(count) })}</p>;
}

/** The ids of rows, also of those that are not here. */
async function idsBetween(filter: UserFilter, sort: UserSort, first: number, last: number) {
  const ids: string[] = [];
  for (let offset = first; offset <= last; offset += MOST_ROWS) {
    const limit = Math.min(MOST_ROWS, last - offset + 1);
    const { rows } = await call('user_rows', { filter, sort, offset, limit });
    ids.push(...rows.map(idOf));
  }
  return ids;
}

interface Shown {
  filter: UserFilter;
  sort: UserSort;
  selected: string | null;
  isShown: boolean;
}

/** Whoever opened a user, the table shows the row; only another user scrolls, not another order. */
function useShowSelected(
  table: RefObject<VirtualTableHandle | null>,
  { filter, sort, selected, isShown }: Shown,
) {
  const latest = useRef({ filter, sort });
  latest.current = { filter, sort };
  useEffect(() => {
    if (selected === null || !isShown) return;
    let isWanted = true;
    call('user_row_index', { id: selected, ...latest.current }).then(
      (index) => {
        if (isWanted && index !== null) table.current?.reveal(index);
      },
      () => {
        // The panel stands without it, and tells what is wrong.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [table, selected, isShown]);
}
