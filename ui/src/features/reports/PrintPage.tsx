/** The report as paper has it: without the app around it, whole tables, and dark on light. */
import { Portal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '@/format/FormatProvider';
import type { ReportResult, ReportRow, ReportView } from '@/ipc/generated/contract';
import { platform } from '@/platform';
import { DayTable } from './DayTable';
import classes from './print.module.css';
import { Notes, Sums } from './Result';
import { LINE_CELLS, useLineCells } from './useLineCells';
import { useReportTitle } from './useReportTitle';

interface Props {
  report: ReportView;
  result: ReportResult;
  rows: readonly ReportRow[];
  /** What is printed is there only while it is. */
  onPrinted(): void;
}

export function PrintPage(props: Props) {
  return (
    <Portal className={classes.page} reuseTargetNode={false}>
      <Sheet {...props} />
    </Portal>
  );
}

function Sheet({ report, result, rows, onPrinted }: Props) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const cells = useLineCells();
  const now = useNow(60_000);
  const title = useReportTitle(report);
  const { limitKmh } = report.order;
  const rest = report.devices - rows.length;
  const printed = useRef(onPrinted);
  printed.current = onPrinted;
  // Only now it is all there: printing waits for nothing.
  useEffect(() => {
    const done = () => printed.current();
    window.addEventListener('afterprint', done, { once: true });
    void platform.print();
    return () => window.removeEventListener('afterprint', done);
  }, []);
  return (
    <div className={classes.sheet} data-printed data-testid="printed">
      <h1>{t('title')}</h1>
      <p>{title}</p>
      {limitKmh !== null && <p>{t('print.limit', { limit: formats.speed(limitKmh) })}</p>}
      <Notes report={report} result={result} />
      <Sums result={result} />
      <h2>{t('byDay')}</h2>
      <DayTable result={result} />
      <h2>{t('table')}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            {LINE_CELLS.map((cell) => (
              <th key={cell} scope="col">
                {t(`column.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, device, line }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{device.name}</bdi>
              </th>
              {LINE_CELLS.map((cell) => (
                <td key={cell}>{cells(line, cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {LINE_CELLS.map((cell) => (
              <td key={cell}>{cells(result.total, cell)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {rest > 0 && (
        <p>{t('print.cut', { count: rows.length, total: formats.count(rows.length) })}</p>
      )}
      <p>{t('fuelHint')}</p>
      <p>{t('print.printed', { date: formats.moment(new Date(now).toISOString()) })}</p>
    </div>
  );
}
