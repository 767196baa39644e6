/** What columns of the table kit are made of: TanStack Table with the features that the kit uses. */
import {
  type Column,
  type ColumnDef,
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  metaHelper,
  tableFeatures,
} from '@tanstack/react-table';

export interface ColumnMeta {
  /** Whether its header sorts. */
  sortable?: boolean;
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'start' | 'end';
  /** Takes the width that is left over. */
  grows?: boolean;
}

export const kitFeatures = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

export type KitColumn<TRow extends object> = ColumnDef<typeof kitFeatures, TRow, unknown>;
export type KitLeaf<TRow extends object> = Column<typeof kitFeatures, TRow, unknown>;

/** What the rows are ordered by: a column, and the direction. */
export interface ColumnSort {
  columnId: string;
  descending: boolean;
}
