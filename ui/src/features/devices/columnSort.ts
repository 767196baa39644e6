/** Columns and sort keys share their names; a few columns have no order. */
import type { Sort, SortKey } from '@/ipc/generated/contract';
import type { ColumnSort } from '@/table/kit';
import { COLUMN_IDS, type ColumnId } from './columnIds';

const UNSORTED: readonly ColumnId[] = ['groups', 'tags'];

/** The key that a column's header sorts by. */
export function sortKeyOf(columnId: string): SortKey | undefined {
  return COLUMN_IDS.find(
    (id): id is ColumnId & SortKey => id === columnId && !UNSORTED.includes(id),
  );
}

/** The column whose header shows an order. */
export function columnOfSort({ key, descending }: Sort): ColumnSort {
  return { columnId: key, descending };
}
