/** Above the users: the filter, saved views, columns, the way to a new one, and how many came through. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChooser } from '@/components/ColumnChooser';
import { useFormats } from '@/format/FormatProvider';
import type { SavedView } from '@/ipc/generated/contract';
import { FilterField, type TypedFilter } from './FilterField';
import { SavedViews, type ViewContents } from './SavedViews';
import classes from './UserList.module.css';
import { USER_COLUMNS, type UserColumn } from './userColumnIds';

interface Props {
  typed: TypedFilter;
  onTyped(filter: TypedFilter): void;
  columns: readonly UserColumn[];
  onColumns(columns: UserColumn[] | null): void;
  current: ViewContents;
  onView(view: SavedView): void;
  onNew(): void;
  /** Further tools. */
  tools: ReactNode;
  /** How many there are, and how many of them are shown; absent until they are read. */
  counts: { matched: number; total: number } | undefined;
}

export function UserToolbar(props: Props) {
  const { t } = useTranslation('users');
  const { typed, onTyped, columns, onColumns, current, onView, onNew, tools, counts } = props;
  return (
    <div className={classes.toolbar}>
      <FilterField {...typed} onChange={onTyped} />
      <div className={classes.buttons}>
        <SavedViews current={current} onOpen={onView} />
        <ColumnChooser
          all={USER_COLUMNS}
          shown={columns}
          nameOf={(id) => t(`column.${id}`)}
          onChange={onColumns}
        />
        <Button
          size="xs"
          variant="light"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={onNew}
        >
          {t('new')}
        </Button>
        {tools}
        {counts && <ResultCount {...counts} />}
      </div>
    </div>
  );
}

function ResultCount({ matched, total }: { matched: number; total: number }) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  return (
    <span role="status" className={classes.results} data-testid="user-count">
      {matched === total
        ? t('results.all', { count: total, total: formats.count(total) })
        : t('results.some', { matched: formats.count(matched), total: formats.count(total) })}
    </span>
  );
}
