/** Whether one device is in one group, and whether that was changed here. */
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './matrix.module.css';

interface Props {
  row: number;
  column: number;
  start: number;
  device: string;
  group: string;
  /** Null until the group is read. */
  isIn: boolean | null;
  isChanged: boolean;
  isActive: boolean;
}

export const MatrixCell = memo(function MatrixCell(props: Props) {
  const { row, column, start, device, group, isIn, isChanged, isActive } = props;
  const { t } = useTranslation('matrix');
  const state = isIn === null ? t('cell.loading') : t(isIn ? 'cell.in' : 'cell.out');
  const label = t(isChanged ? 'cell.changed' : 'cell.label', { device, group, state });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <td> cannot be placed by hand.
    <div
      role="gridcell"
      aria-label={label}
      aria-colindex={column + 2}
      aria-selected={isIn ?? false}
      aria-busy={isIn === null}
      tabIndex={isActive ? 0 : -1}
      data-cell={`${row} ${column}`}
      data-in={isIn || undefined}
      data-changed={isChanged || undefined}
      className={classes.cell}
      style={{ insetInlineStart: start }}
    >
      {isIn === null ? (
        <span className={classes.unknown} />
      ) : (
        isIn && <IconCheck size={16} stroke={2.4} aria-hidden />
      )}
      {isChanged && <span className={classes.dot} aria-hidden />}
    </div>
  );
});
