/** The sticky header: names of columns, each a button where the table can be sorted by it. */

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Header } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ColumnSort, kitFeatures } from './kit';
import classes from './VirtualTable.module.css';

interface Props<TRow extends object> {
  headers: readonly Header<typeof kitFeatures, TRow, unknown>[];
  sort: ColumnSort;
  onSort(columnId: string): void;
  /** Leaves the header for the rows. */
  onLeave(): void;
  /** The box that chooses all rows, where rows can be chosen. */
  choice: ReactNode;
}

export function HeaderRow<TRow extends object>(props: Props<TRow>) {
  const { headers, sort, onSort, onLeave, choice } = props;
  // One stop of the tab order for the whole header; arrows go along it.
  const [active, setActive] = useState(0);
  const sortable = headers.filter(({ column }) => column.columnDef.meta?.sortable);
  const stop = sortable[Math.min(active, sortable.length - 1)]?.id;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl' ? -step : step;
    const next = Math.max(0, Math.min(sortable.length - 1, active + mirrored));
    setActive(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out and virtual, which a <tr> cannot be.
    <div
      role="row"
      aria-rowindex={1}
      className={`${classes.row} ${classes.headerRow}`}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {choice && (
        // biome-ignore lint/a11y/useSemanticElements: see the row.
        // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus.
        <div role="columnheader" className={`${classes.cell} ${classes.headerCell}`} data-choice>
          {choice}
        </div>
      )}
      {headers.map((header) => {
        const { id, columnDef } = header.column;
        const sorted = sort.columnId === id;
        const label = <FlexRender header={header} />;
        const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the row.
          // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus.
          <div
            key={header.id}
            role="columnheader"
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            data-align={columnDef.meta?.align}
            className={`${classes.cell} ${classes.headerCell}`}
          >
            {columnDef.meta?.sortable ? (
              <button
                type="button"
                className={classes.sortButton}
                tabIndex={header.id === stop ? 0 : -1}
                onClick={() => onSort(id)}
                onFocus={() => setActive(sortable.indexOf(header))}
              >
                <span className={classes.headerLabel}>{label}</span>
                {sorted && <Arrow size={14} aria-hidden />}
              </button>
            ) : (
              <span className={classes.headerLabel}>{label}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
