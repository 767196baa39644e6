/** The groups: toolbar and table, or what to say instead of rows. */
import { Button, EmptyState } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingMatches } from '@/components/NothingMatches';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { GroupRow } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import type { ColumnSort } from '@/table/kit';
import frame from '@/table/listFrame.module.css';
import { choiceOf } from '@/table/rowChoice';
import { isChosen } from '@/table/selection';
import { useFocusAfterClose } from '@/table/useFocusAfterClose';
import { type Chosen, useSelection } from '@/table/useSelection';
import { VirtualTable, type VirtualTableHandle } from '@/table/VirtualTable';
import { groupColumns } from './columns';
import { GroupToolbar } from './GroupToolbar';
import { filterGroups, GROUP_COLUMNS, sortGroups } from './groupOrder';

interface Props {
  selected: string | null;
  onSelect(id: string | null): void;
  onNew(): void;
  /** Further tools of the toolbar. */
  tools: ReactNode;
  /** What can be done with the chosen groups. */
  bar(ids: string[], chosen: Chosen): ReactNode;
}

const idOf = (row: GroupRow) => row.id;
const NO_ROWS: readonly GroupRow[] = [];
/** Rows without content that fill the screen until the answer. */
const FIRST_LOOK = 20;
/** All rows are here; which of them are on the screen does not matter. */
const ignore = () => {};

export function GroupList({ selected, onSelect, onNew, tools, bar }: Props) {
  const { t, i18n } = useTranslation('groups');
  const language = i18n.resolvedLanguage ?? 'en';
  const [text, setText] = useState('');
  const [sort, setSort] = useState<ColumnSort>({ columnId: 'name', descending: false });
  const { data: groups, error, refetch } = useQuery(viewQuery('groups_table', {}));
  const rows = useMemo(
    () => sortGroups(filterGroups(groups ?? NO_ROWS, text), sort, language),
    [groups, text, sort, language],
  );
  const chosen = useSelection({ filterKey: text, matched: groups && rows.length });
  const choice = choiceOf<GroupRow>(chosen, rows.length, {
    nameOf: ({ name }) => name,
    idsBetween: async (first, last) => rows.slice(first, last + 1).map(idOf),
  });
  const { selection } = chosen;
  // All groups are here, so that what is gone is not chosen any more.
  const chosenIds = (selection.kind === 'ids' ? (groups ?? NO_ROWS) : rows)
    .map(idOf)
    .filter((id) => isChosen(selection, id));
  const table = useRef<VirtualTableHandle>(null);
  useShowSelected(table, rows, selected);

  const onSort = (columnId: string) =>
    setSort({ columnId, descending: sort.columnId === columnId && !sort.descending });
  const failure = error && (
    <ErrorNotice
      title={t(groups ? 'old' : 'failed')}
      error={error.body}
      onRetry={() => void refetch()}
    />
  );

  return (
    <section aria-label={t('list')} className={frame.list} data-testid="group-list">
      <GroupToolbar
        text={text}
        onText={setText}
        onNew={onNew}
        tools={tools}
        counts={groups && { matched: rows.length, total: groups.length }}
      />
      {bar(chosenIds, chosen)}
      {failure && groups && <div className={frame.outdated}>{failure}</div>}
      <div className={frame.rows}>
        {failure && !groups ? (
          <div className={frame.notice}>{failure}</div>
        ) : groups?.length === 0 ? (
          <NoGroups onNew={onNew} />
        ) : groups && rows.length === 0 ? (
          <NoGroupMatches onClear={() => setText('')} />
        ) : (
          <VirtualTable
            ref={table}
            label={t(groups ? 'list' : 'loading')}
            columns={groupColumns}
            shown={GROUP_COLUMNS}
            rowCount={groups ? rows.length : FIRST_LOOK}
            rows={rows}
            offset={0}
            rowId={idOf}
            selectedId={selected}
            sort={sort}
            onSort={onSort}
            onOpen={(row) => onSelect(row.id)}
            onEscape={() => onSelect(null)}
            onVisible={ignore}
            listKey={`${text} ${sort.columnId} ${sort.descending}`}
            isBusy={!groups}
            choice={choice}
          />
        )}
      </div>
    </section>
  );
}

/** Shows the row of a group that was just opened, and takes the focus back when it is closed. */
function useShowSelected(
  table: RefObject<VirtualTableHandle | null>,
  rows: readonly GroupRow[],
  selected: string | null,
) {
  const latest = useRef(rows);
  latest.current = rows;
  const isThere = rows.some(({ id }) => id === selected);
  useEffect(() => {
    if (!isThere) return;
    table.current?.reveal(latest.current.findIndex(({ id }) => id === selected));
  }, [table, selected, isThere]);
  useFocusAfterClose(table, selected);
}

function NoGroups({ onNew }: { onNew(): void }) {
  const { t } = useTranslation('groups');
  return (
    <div className={frame.notice} data-testid="no-groups">
      <EmptyState
        size="sm"
        icon={<IconUsersGroup aria-hidden />}
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

function NoGroupMatches({ onClear }: { onClear(): void }) {
  const { t } = useTranslation('groups');
  return (
    <div className={frame.notice} data-testid="no-group-matches">
      <NothingMatches
        title={t('empty.filtered')}
        hint={t('empty.filteredHint')}
        clear={t('empty.clear')}
        onClear={onClear}
      />
    </div>
  );
}
