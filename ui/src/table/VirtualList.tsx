/** A plain list of some thousands at times: only the rows in view are there. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import classes from './VirtualList.module.css';

interface Props<T> {
  label: string;
  items: readonly T[];
  rowPx: number;
  /** How high the list is, and how a row looks. */
  className: string | undefined;
  rowClassName: string | undefined;
  /** Nothing in the rows takes the focus, so that the list itself must, to be scrolled by keyboard. */
  takesFocus?: boolean;
  children(item: T): ReactNode;
}

export function VirtualList<T>(props: Props<T>) {
  const { label, items, rowPx, className = '', rowClassName = '', takesFocus, children } = props;
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 6,
  });
  return (
    <section
      ref={scroller}
      aria-label={label}
      className={`${classes.scroller} ${className}`}
      {...(takesFocus && { tabIndex: 0 })}
    >
      <ul
        aria-label={label}
        className={classes.rows}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className={`${classes.row} ${rowClassName}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
