/** One device: its name, and a cell for each group in view. Drawn again only when what it shows has changed. */
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { DeviceRow, GroupForm, GroupRow } from '@/ipc/generated/contract';
import { cellOf, type Gathered } from './gathered';
import { MatrixCell } from './MatrixCell';
import classes from './matrix.module.css';

interface Props {
  index: number;
  /** Distance from the top of the rows, in pixels. */
  top: number;
  /** Absent until it is answered. */
  device: DeviceRow | undefined;
  columns: readonly VirtualItem[];
  groups: readonly GroupRow[];
  forms: ReadonlyMap<string, GroupForm>;
  gathered: Gathered;
  /** The column that takes the focus of the tab order; null in all rows but one. */
  activeColumn: number | null;
}

export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { index, top, device, columns, groups, forms, gathered, activeColumn } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are virtual, which a <tr> cannot be.
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={device === undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the row. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: it only names. */}
      <div role="rowheader" aria-colindex={1} className={classes.rowName} title={device?.name}>
        {device ? <bdi>{device.name}</bdi> : <span className={classes.bar} />}
      </div>
      {columns.map((column) => {
        const group = groups[column.index];
        const form = group && forms.get(group.id);
        const cell = group && form && device && cellOf(gathered, group.id, form, device.id);
        return (
          <MatrixCell
            key={column.index}
            row={index}
            column={column.index}
            start={column.start}
            device={device?.name ?? ''}
            group={group?.name ?? ''}
            isIn={cell ? cell.isIn : null}
            isChanged={cell?.isChanged ?? false}
            isActive={column.index === activeColumn}
          />
        );
      })}
    </div>
  );
});
