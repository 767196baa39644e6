/** One row, drawn again only when what it shows has changed. */
import { type MouseEvent, memo, type ReactNode } from 'react';
import { ChoiceBox } from './ChoiceBox';
import type { ColumnMeta } from './kit';
import classes from './VirtualTable.module.css';

/** A column as its cells need it. */
export interface CellColumn<TRow> {
  id: string;
  align: ColumnMeta['align'];
  draw(row: TRow): ReactNode;
}

interface Props<TRow extends object> {
  index: number;
  /** Distance from the top of the rows, in pixels. */
  top: number;
  /** Absent until it is answered; the element stays, and with it the focus. */
  row: TRow | undefined;
  /** What the row is known by, where it is there. */
  id: string | undefined;
  /** The shown columns, in their order; the same for as long as those are. */
  columns: readonly CellColumn<TRow>[];
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
  const { index, top, row, id, columns, isSelected, isActive, onClick } = props;
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
      data-row-id={id}
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
      {row
        ? columns.map(({ id, align, draw }, column) => (
            <div
              key={id}
              role={column === 0 ? 'rowheader' : 'gridcell'}
              data-column={id}
              data-align={align}
              className={classes.cell}
            >
              {draw(row)}
            </div>
          ))
        : columns.map(({ id }) => <Bar key={id} />)}
    </div>
  );
}

/** Stands where a cell will be. */
function Bar() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row.
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus as a whole.
    <div role="gridcell" className={classes.cell}>
      <span className={classes.bar} />
    </div>
  );
}

const SHOWN_BY = [
  'index',
  'top',
  'row',
  'columns',
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
