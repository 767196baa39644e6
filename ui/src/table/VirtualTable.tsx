/**
 * A table of any number of rows that holds only those on the screen. Whoever uses it brings the rows of
 * a window, and is told which rows are visible.
 */
import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isMenuKey, type Spot } from '@/components/menuKey';
import { BodyRow, type CellColumn } from './BodyRow';
import { ChoiceBox } from './ChoiceBox';
import { HeaderRow } from './HeaderRow';
import { type ColumnSort, type KitColumn, type KitLeaf, kitFeatures } from './kit';
import type { RowChoice } from './rowChoice';
import { isChosen } from './selection';
import { useActiveRow } from './useActiveRow';
import { useRowChoice } from './useRowChoice';
import classes from './VirtualTable.module.css';

const ROW_PX = 36;
const OVERSCAN = 8;
/** The column of boxes. */
const CHOICE_PX = 36;

/** How much of the window's height a table mostly has. */
const LIKELY_SHARE = 0.75;

export interface VirtualTableHandle {
  /** Brings a row into view and makes it the one that takes the focus next. */
  reveal(index: number): void;
  /** Moves the focus to the row that takes it. */
  focus(): void;
}

interface Props<TRow extends object> {
  label: string;
  /** Stable; made once. */
  columns: KitColumn<TRow>[];
  /** Ids of the columns to show, in their order. */
  shown: readonly string[];
  rowCount: number;
  /** The rows that are there, and the position of the first of them. */
  rows: readonly TRow[];
  offset: number;
  rowId(row: TRow): string;
  selectedId: string | null;
  sort: ColumnSort;
  onSort(columnId: string): void;
  onOpen(row: TRow): void;
  onEscape(): void;
  /** Opens the menu of a row, by pointer or keyboard; left out where rows have none. */
  onMenu?: ((row: TRow, at: Spot) => void) | undefined;
  /** Called with the first and the last row on the screen. */
  onVisible(first: number, last: number): void;
  /** Another list begins at its top when this changes. */
  listKey: string;
  isBusy: boolean;
  /** Which rows are chosen, to do something with all of them; left out where they can't be. */
  choice?: RowChoice<TRow> | undefined;
  ref?: Ref<VirtualTableHandle>;
}

export function VirtualTable<TRow extends object>(props: Props<TRow>) {
  const { columns, shown, rowCount, rows, offset, rowId, listKey, onVisible, onOpen } = props;
  const { choice } = props;
  const { t } = useTranslation('selection');
  const scroller = useRef<HTMLDivElement>(null);

  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, shown.includes(id ?? '')])),
    [columns, shown],
  );
  const columnOrder = useMemo(() => [...shown], [shown]);
  const table = useTable({
    features: kitFeatures,
    columns,
    // Rows are drawn from what they are: a model for each of their cells would be most of the work.
    data: NO_ROWS as readonly TRow[],
    state: { columnVisibility, columnOrder },
  });
  const leaves = table.getVisibleLeafColumns();
  const template = leaves
    .map((column) => {
      const width = `${column.getSize()}px`;
      return column.columnDef.meta?.grows ? `minmax(${width}, 1fr)` : width;
    })
    .join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: they change with what is shown, and only so.
  const cells = useMemo(() => leaves.map(cellsOf<TRow>), [columns, shown.join()]);

  const [wantedIndex, setActiveIndex] = useState(0);
  const activeIndex = Math.max(0, Math.min(wantedIndex, rowCount - 1));
  const overscan = useOverscan();
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan,
    // Until its size is known: with none, the first drawing would have no rows, and be made twice.
    initialRect: { width: 0, height: window.innerHeight * LIKELY_SHARE },
    // Rows begin below the header, which also covers what scrolls under it.
    scrollMargin: ROW_PX,
    scrollPaddingStart: ROW_PX,
    rangeExtractor: useCallback(
      (range: Range) => {
        // The row of the keyboard is always there, or the focus would be lost when it scrolls away.
        const indexes = defaultRangeExtractor(range);
        if (activeIndex >= range.count || indexes.includes(activeIndex)) return indexes;
        return [...indexes, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
  });

  const { focus, onKeyDown } = useActiveRow({
    index: activeIndex,
    setIndex: setActiveIndex,
    scroller,
    rowCount,
    rowPx: ROW_PX,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    onEnter: (index) => {
      const row = rows[index - offset];
      if (row) onOpen(row);
    },
    onEscape: props.onEscape,
  });

  const choosing = useRowChoice({ choice, rowAt: (index) => rows[index - offset], rowId, listKey });
  const toggle = useRef(choosing.toggle);
  toggle.current = choosing.toggle;
  const onChoose = useCallback((index: number, extend: boolean) => {
    setActiveIndex(index);
    toggle.current(index, extend);
  }, []);

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onVisible(startIndex, endIndex), [onVisible, startIndex, endIndex]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the list that matters.
  useLayoutEffect(() => {
    // Only where it is not there already: asking the element would lay everything out at once.
    if (virtualizer.scrollOffset) scroller.current?.scrollTo({ top: 0 });
    setActiveIndex(0);
  }, [listKey]);

  useImperativeHandle(props.ref, () => ({
    reveal(index) {
      setActiveIndex(index);
      virtualizer.scrollToIndex(index);
    },
    focus,
  }));

  const latest = useRef({ rows, offset, onOpen });
  latest.current = { rows, offset, onOpen };
  const onRowClick = useCallback((event: MouseEvent<HTMLElement>) => {
    const index = Number(event.currentTarget.dataset.index);
    setActiveIndex(index);
    const row = latest.current.rows[index - latest.current.offset];
    if (row) latest.current.onOpen(row);
  }, []);

  /** Whether it was on a row that has a menu; at the row itself where no place is given. */
  const openMenu = (target: EventTarget, at: Spot | null): boolean => {
    const element = target instanceof Element && target.closest<HTMLElement>('[data-index]');
    if (!props.onMenu || !element) return false;
    const index = Number(element.dataset.index);
    const row = rows[index - offset];
    if (!row) return false;
    setActiveIndex(index);
    element.focus({ preventScroll: true });
    const { left, bottom } = element.getBoundingClientRect();
    props.onMenu(row, at ?? { x: left + CHOICE_PX, y: bottom });
    return true;
  };

  const choiceLabel = (row: TRow | undefined) =>
    choice && row ? t('row', { name: choice.nameOf(row) }) : '';
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const size: CSSProperties = {
    '--columns': choice ? `${CHOICE_PX}px ${template}` : template,
    '--table-width': `${table.getTotalSize() + (choice ? CHOICE_PX : 0)}px`,
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are placed by hand.
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-busy={props.isBusy}
      aria-multiselectable={choice !== undefined || undefined}
      data-choosable={choice !== undefined || undefined}
      className={classes.scroller}
      style={size}
      tabIndex={-1}
      onScroll={({ currentTarget }) =>
        currentTarget.toggleAttribute('data-aside', currentTarget.scrollLeft !== 0)
      }
      onContextMenu={(event) => {
        if (openMenu(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (isMenuKey(event) && openMenu(event.target, null)) {
          event.preventDefault();
          return;
        }
        if (!choosing.onKeyDown(event, activeIndex)) onKeyDown(event);
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      <div role="rowgroup" className={classes.head}>
        <HeaderRow
          headers={headers}
          sort={props.sort}
          onSort={props.onSort}
          onLeave={focus}
          choice={
            choice && (
              <ChoiceBox
                label={t('all')}
                isChecked={choice.share === 'all'}
                isMixed={choice.share === 'some'}
                isStop
                onToggle={() => (choice.share === 'all' ? choice.clear() : choice.chooseAll())}
              />
            )
          }
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index - offset];
          const id = row && rowId(row);
          return (
            <BodyRow
              key={index}
              index={index}
              top={start - ROW_PX}
              row={row}
              id={id}
              columns={cells}
              isSelected={id !== undefined && id === props.selectedId}
              isActive={index === activeIndex}
              choiceLabel={choice ? choiceLabel(row) : null}
              isChosen={choice !== undefined && id !== undefined && isChosen(choice.selection, id)}
              onChoose={onChoose}
              onClick={onRowClick}
            />
          );
        })}
      </div>
    </div>
  );
}

const NO_ROWS: readonly never[] = [];

function cellsOf<TRow extends object>({ id, columnDef }: KitLeaf<TRow>): CellColumn<TRow> {
  // Of all that the library would hand to a cell, those of `columnsOf` take the row.
  const cell = columnDef.cell as (of: { row: { original: TRow } }) => ReactNode;
  return { id, align: columnDef.meta?.align, draw: (original) => cell({ row: { original } }) };
}

/** Rows beyond the edges: none in the first frame, which people wait for. */
function useOverscan(): number {
  const [overscan, setOverscan] = useState(0);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setOverscan(OVERSCAN));
    return () => cancelAnimationFrame(frame);
  }, []);
  return overscan;
}
