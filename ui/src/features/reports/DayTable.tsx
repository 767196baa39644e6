/** The days of a report, and their sums. */
import { useTranslation } from 'react-i18next';
import plain from '@/components/plainTable.module.css';
import type { ReportResult } from '@/ipc/generated/contract';
import classes from './reports.module.css';
import { LINE_CELLS, useLineCells } from './useLineCells';
import { useDayWords } from './useReportTitle';

const SHOWN = LINE_CELLS.filter((cell) => cell !== 'fuelUsed');

export function DayTable({ result: { days, total } }: { result: ReportResult }) {
  const { t } = useTranslation('reports');
  const cells = useLineCells();
  const words = useDayWords();
  return (
    <section
      aria-label={t('byDay')}
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className={`${plain.table} ${classes.table}`} aria-label={t('byDay')}>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            {SHOWN.map((cell) => (
              <th key={cell} scope="col" className={classes.number}>
                {t(`column.${cell}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, line }) => (
            <tr key={day}>
              <th scope="row">{words(day)}</th>
              {SHOWN.map((cell) => (
                <td key={cell} className={classes.number}>
                  {cells(line, cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {SHOWN.map((cell) => (
              <td key={cell} className={classes.number}>
                {cells(total, cell)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
