/** One row, drawn again only when what it shows has changed. */
import { FlexRender } from '@tanstack/react-table';
import { type MouseEvent, memo } from 'react';
import { ChoiceBox } from './ChoiceBox';
import type { KitRow } from './kit';
import classes from './VirtualTable.module.css';

interface Props<TRow extends object> {
  index: number;
  /** Distance from the top of the rows, in pixels. */
  top: number;
  /** Absent until it is answered; the element stays, and with it the focus. */
  row: KitRow<TRow> | undefined;
  /** The value behind `row`, which is made anew with every page. */
  original: TRow | undefined;
  /** How many columns are shown. */
  columns: number;
  /** Changes with the shown columns and their order. */
  columnsKey: string;
  isSelected: boolean;
  /** Takes the focus of the tab order. */
  isActive: boolean;
  /** The name of the box that chooses it; null where rows can't be chosen. */
  choiceLabel: string | null;
  isChosen: boolean;
  /** Stable. */
  onChoose(index: number, extend: boolean): void;
  onClick(event: MouseEvent<HTMLElement>): void;
}

function BodyRowBody<TRow extends object>(props: Props<TRow>) {
  const { index, top, row, columns, isSelected, isActive, onClick } = props;
  const { choiceLabel, isChosen, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are laid out and virtual, which a <tr> cannot be.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it handles the keys.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={choiceLabel === null ? isSelected : isChosen}
      aria-current={isSelected || undefined}
      data-chosen={isChosen || undefined}
      aria-busy={row === undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      data-row-id={row?.id}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onClick}
    >
      {choiceLabel !== null && (
        // biome-ignore lint/a11y/useSemanticElements: see the row.
        // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus as a whole.
        <div role="gridcell" className={classes.cell} data-choice>
          {row && (
            <ChoiceBox
              label={choiceLabel}
              isChecked={isChosen}
              onToggle={(extend) => onChoose(index, extend)}
            />
          )}
        </div>
      )}
      {row ? <Cells row={row} /> : <Bars columns={columns} />}
    </div>
  );
}

function Cells<TRow extends object>({ row }: { row: KitRow<TRow> }) {
  return row.getVisibleCells().map((cell, column) => (
    <div
      key={cell.id}
      role={column === 0 ? 'rowheader' : 'gridcell'}
      data-column={cell.column.id}
      data-align={cell.column.columnDef.meta?.align}
      className={classes.cell}
    >
      <FlexRender cell={cell} />
    </div>
  ));
}

/** Stands where cells will be. */
function Bars({ columns }: { columns: number }) {
  return Array.from({ length: columns }, (_, column) => (
    // biome-ignore lint/a11y/useSemanticElements: see the row.
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus as a whole.
    // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike.
    <div key={column} role="gridcell" className={classes.cell}>
      <span className={classes.bar} />
    </div>
  ));
}

const SHOWN_BY = [
  'index',
  'top',
  'original',
  'columnsKey',
  'isSelected',
  'isActive',
  'choiceLabel',
  'isChosen',
  'onChoose',
  'onClick',
] as const;

export const BodyRow = memo(BodyRowBody, (before, after) =>
  SHOWN_BY.every((name) => before[name] === after[name]),
) as typeof BodyRowBody;
