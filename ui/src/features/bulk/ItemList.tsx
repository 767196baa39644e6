/** The things of a plan or of the work, those in view only, and a choice of how they stand. */
import { Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { ItemState } from '@/ipc/generated/contract';
import { useRowWindow } from '@/table/useRowWindow';
import classes from './bulk.module.css';
import { ItemLine } from './ItemLine';
import { StateChoice } from './StateChoice';
import { type ItemSource, useItems } from './useItems';

/** A name and one changed field. */
const LIKELY_PX = 58;
/** Each may name thousands of devices. */
const BLOCK = 20;

/** The work is one list, however it stands. */
const listOf = (source: ItemSource) =>
  source.kind === 'plan' ? `plan ${source.plan}` : `job ${source.job.id}`;

interface Props {
  source: ItemSource;
  /** How many there are of each state that is offered. */
  counts: readonly { state: ItemState; count: number }[];
  first: ItemState | null;
  onSettle?: ((place: number) => void) | undefined;
}

export function ItemList({ source, counts, first, onSettle }: Props) {
  const { t } = useTranslation('bulk');
  const [state, setState] = useState(first);
  const { window, onVisible } = useRowWindow(`${listOf(source)} ${state}`, BLOCK);
  const { page, error, retry } = useItems(source, state, window);
  return (
    <section aria-label={t('items')} className={classes.items}>
      <StateChoice counts={counts} chosen={state} onChoose={setState} />
      {error ? (
        <ErrorNotice title={t('itemsFailed')} error={error.body} onRetry={retry} />
      ) : !page ? (
        <Loader size="sm" role="status" aria-label={t('itemsLoading')} />
      ) : page.matched === 0 ? (
        <p className={classes.hint}>{t('noItems')}</p>
      ) : (
        <Rows
          key={state}
          matched={page.matched}
          offset={page.offset}
          items={page.items}
          isPlan={source.kind === 'plan'}
          onVisible={onVisible}
          onSettle={onSettle}
        />
      )}
    </section>
  );
}

interface RowsProps {
  matched: number;
  offset: number;
  items: readonly Parameters<typeof ItemLine>[0]['item'][];
  isPlan: boolean;
  onVisible(first: number, last: number): void;
  onSettle: ((place: number) => void) | undefined;
}

function Rows({ matched, offset, items, isPlan, onVisible, onSettle }: RowsProps) {
  const { t } = useTranslation('bulk');
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: matched,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_PX,
    overscan: 4,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onVisible(startIndex, endIndex), [onVisible, startIndex, endIndex]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroller} aria-label={t('items')} className={classes.rows} tabIndex={0}>
      <ul className={classes.rowsInner} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index - offset];
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              data-place={item?.place}
              aria-setsize={matched}
              aria-posinset={index + 1}
              className={classes.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item ? <ItemLine item={item} isPlan={isPlan} onSettle={onSettle} /> : <span>…</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
