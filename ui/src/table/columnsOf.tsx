/** Columns for the table kit, from what each is like and how its cells look. */
import { createColumnHelper } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { ColumnMeta, KitColumn, kitFeatures } from './kit';

/** One column; `cell` is a component. */
export interface ColumnSpec<TRow> {
  size: number;
  meta?: ColumnMeta;
  cell(props: { row: TRow }): ReactNode;
}

/** The columns of these ids. `Header` is a component that says what a column is called. */
export function columnsOf<TRow extends object, TId extends string>(
  ids: readonly TId[],
  specs: Readonly<Record<TId, ColumnSpec<TRow>>>,
  Header: (props: { id: TId }) => ReactNode,
): KitColumn<TRow>[] {
  const helper = createColumnHelper<typeof kitFeatures, TRow>();
  return ids.map((id) => {
    const { size, meta = {}, cell: Cell } = specs[id];
    return helper.display({
      id,
      size,
      meta,
      header: () => <Header id={id} />,
      cell: ({ row }) => <Cell row={row.original} />,
    });
  });
}
