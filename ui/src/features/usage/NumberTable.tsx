/** A table of numbers: the first column names its row, the others stand right-aligned. */
import type { ReactNode } from 'react';
import plain from '@/components/plainTable.module.css';
import classes from './usage.module.css';

interface Props {
  label: string;
  /** The titles of the columns. */
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** It fills what is around it. */
  fills?: boolean;
}

export function NumberTable({ label, head, rows, fills = false }: Props) {
  return (
    <section
      aria-label={label}
      className={fills ? classes.scroll : classes.short}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={`${plain.table} ${classes.table}`} aria-label={label}>
        <thead>
          <tr>
            {head.map((title, at) => (
              <th key={title} scope="col" className={at === 0 ? undefined : classes.number}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {values.map((value, at) => (
                <td key={head[at + 1]} className={classes.number}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
