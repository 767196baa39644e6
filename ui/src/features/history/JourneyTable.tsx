/** A table whose first column leads to what its row is about, with the sums of all below. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import plain from '@/components/plainTable.module.css';
import { useFormats } from '@/format/FormatProvider';
import type { Span } from './moments';
import classes from './tables.module.css';

/** More rows than anyone reads at once; the others come when they are asked for. */
const AT_FIRST = 200;

export interface Column {
  title: string;
  /** Right-aligned. */
  isNumber?: boolean;
}

export interface Row {
  key: string;
  /** What stands in the first column, as a button. */
  name: string;
  /** What the button does, in words. */
  action: string;
  onChoose(): void;
  /** From when to when it was, in seconds of the Unix epoch. */
  span?: Span;
  cells: readonly ReactNode[];
}

export interface TableProps {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** The cells of the last row. */
  total?: readonly ReactNode[];
  /** The key of the row that is looked at. */
  current?: string | null;
}

export function JourneyTable({ label, columns, rows, total, current }: TableProps) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, AT_FIRST);
  const classOf = (at: number) => (columns[at]?.isNumber ? classes.number : undefined);
  return (
    <>
      <section
        aria-label={label}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className={`${plain.table} ${classes.table}`} aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ title }, at) => (
                <th key={title} scope="col" className={classOf(at)}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, action, onChoose, cells }) => (
              <tr key={key} aria-current={key === current || undefined}>
                <th scope="row">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    // The words that are seen come first, for who speaks to the computer.
                    aria-label={`${name}: ${action}`}
                    onClick={onChoose}
                  >
                    {name}
                  </Button>
                </th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]?.title} className={classOf(at + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t('tables.total')}</th>
                {total.map((cell, at) => (
                  <td key={columns[at + 1]?.title} className={classOf(at + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {shown.length < rows.length && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setWhole(true)}>
          {t('tables.all', { total: formats.count(rows.length) })}
        </Button>
      )}
    </>
  );
}
