/** Devices by groups: rows and columns in view only, with names that stay at the top and at the side. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRow, GroupForm, GroupRow } from '@/ipc/generated/contract';
import type { Gathered } from './gathered';
import { MatrixRow } from './MatrixRow';
import classes from './matrix.module.css';
import { type Place, useCellFocus } from './useCellFocus';

const ROW_PX = 32;
const COLUMN_PX = 120;
const HEAD_PX = 48;
const NAMES_PX = 200;

interface Props {
  rowCount: number;
  rows: readonly DeviceRow[];
  offset: number;
  groups: readonly GroupRow[];
  forms: ReadonlyMap<string, GroupForm>;
  gathered: Gathered;
  isBusy: boolean;
  listKey: string;
  onFlip(group: GroupRow, device: DeviceRow): void;
  onVisible(first: number, last: number): void;
  /** Called with the groups in view. */
  onColumns(first: number, last: number): void;
}

function withIndex(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (index >= range.count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}

export function MatrixGrid(props: Props) {
  const { rowCount, rows, offset, groups, forms, gathered, listKey } = props;
  const { onFlip, onVisible, onColumns } = props;
  const { t } = useTranslation('matrix');
  const scroller = useRef<HTMLDivElement>(null);
  const active = useRef<Place>({ row: 0, column: 0 });
  const virtualRows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    // The cell of the keyboard is always there, or the focus would be lost when it scrolls away.
    rangeExtractor: useCallback((range: Range) => withIndex(range, active.current.row), []),
  });
  const virtualColumns = useVirtualizer({
    horizontal: true,
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    overscan: 2,
    scrollMargin: NAMES_PX,
    scrollPaddingStart: NAMES_PX,
    isRtl: document.dir === 'rtl',
    rangeExtractor: useCallback((range: Range) => withIndex(range, active.current.column), []),
  });

  const flip = ({ row, column }: Place) => {
    const [device, group] = [rows[row - offset], groups[column]];
    if (device && group) onFlip(group, device);
  };
  const { place, setPlace, onKeyDown } = useCellFocus({
    scroller,
    rows: rowCount,
    columns: groups.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX) - 2),
    scrollTo: ({ row, column }) => {
      virtualRows.scrollToIndex(row);
      virtualColumns.scrollToIndex(column);
    },
    onFlip: flip,
  });
  active.current = place;

  const { startIndex: top = 0, endIndex: bottom = 0 } = virtualRows.range ?? {};
  useEffect(() => onVisible(top, bottom), [onVisible, top, bottom]);
  const { startIndex: first = 0, endIndex: last = 0 } = virtualColumns.range ?? {};
  useEffect(() => onColumns(first, last), [onColumns, first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the list that matters.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [listKey]);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const cell =
      event.target instanceof Element && event.target.closest<HTMLElement>('[data-cell]');
    if (!cell) return;
    const [row = 0, column = 0] = (cell.dataset.cell ?? '').split(' ').map(Number);
    setPlace({ row, column });
    cell.focus({ preventScroll: true });
    flip({ row, column });
  };

  const columns = virtualColumns.getVirtualItems();
  const width = NAMES_PX + virtualColumns.getTotalSize();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are placed by hand.
    <div
      ref={scroller}
      role="grid"
      aria-label={t('grid')}
      aria-rowcount={rowCount + 1}
      aria-colcount={groups.length + 1}
      aria-multiselectable
      aria-busy={props.isBusy}
      className={classes.scroller}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells only name the columns. */}
      <div role="row" aria-rowindex={1} className={classes.head} style={{ inlineSize: width }}>
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: it only names. */}
        <div role="columnheader" aria-colindex={1} className={classes.corner}>
          {t('device')}
        </div>
        {columns.map(({ index, start }) => {
          const group = groups[index];
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the grid.
            // biome-ignore lint/a11y/useFocusableInteractive: it only names.
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 2}
              className={classes.columnName}
              data-changed={(group && gathered.has(group.id)) || undefined}
              style={{ insetInlineStart: start }}
              title={group?.name}
            >
              <bdi>{group?.name}</bdi>
            </div>
          );
        })}
      </div>
      <div
        role="presentation"
        className={classes.body}
        style={{ blockSize: virtualRows.getTotalSize(), inlineSize: width }}
      >
        {virtualRows.getVirtualItems().map(({ index, start }) => (
          <MatrixRow
            key={index}
            index={index}
            top={start - HEAD_PX}
            device={rows[index - offset]}
            columns={columns}
            groups={groups}
            forms={forms}
            gathered={gathered}
            activeColumn={index === place.row ? place.column : null}
          />
        ))}
      </div>
    </div>
  );
}
