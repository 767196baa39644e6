/** A report that is there: its sums, days and vehicles, and what can be done with it. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import page from '@/format/pastPage.module.css';
import type { ReportResult, ReportView } from '@/ipc/generated/contract';
import { DayPlots } from './DayPlots';
import { DayTable } from './DayTable';
import { PrintButton } from './PrintButton';
import { ReportTable } from './ReportTable';
import classes from './reports.module.css';
import { SaveMenu } from './SaveMenu';
import { LINE_CELLS, useLineCells } from './useLineCells';
import { useReportTitle } from './useReportTitle';

interface Props {
  report: ReportView;
  result: ReportResult;
  onHistory(device: string, days: { first: string; last: string }): void;
}

export function Result({ report, result, onHistory }: Props) {
  const { t } = useTranslation('reports');
  const [shape, setShape] = useState<'plots' | 'table'>('plots');
  const title = useReportTitle(report);
  return (
    <section className={page.result} aria-label={title} data-testid="report">
      <div className={page.head}>
        <h2 className={page.title}>{title}</h2>
        <div className={page.line}>
          <SaveMenu report={report} />
          <PrintButton report={report} result={result} />
        </div>
      </div>
      <Notes report={report} result={result} />
      <Sums result={result} />
      <div className={page.head}>
        <h3 className={page.subtitle}>{t('byDay')}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t('plot.shape')}
          value={shape}
          onChange={setShape}
          data={[
            { value: 'plots', label: t('plot.plots') },
            { value: 'table', label: t('plot.table') },
          ]}
        />
      </div>
      {shape === 'plots' ? <DayPlots days={result.days} /> : <DayTable result={result} />}
      <div>
        <h3 className={page.subtitle}>{t('table')}</h3>
        <p className={page.hint}>{t('openHistory')}</p>
      </div>
      <ReportTable report={report} onOpen={(id) => onHistory(id, report.order)} />
    </section>
  );
}

/** What has to be known to read the numbers right. */
export function Notes({ report, result }: Omit<Props, 'onHistory'>) {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const { incomplete, total } = result;
  const { fetched } = report;
  const why = fetched === 'done' || fetched === 'running' ? '' : t(`partial.${fetched}`);
  return (
    <div data-testid="report-notes">
      {incomplete > 0 && (
        <p className={page.text} role="note">
          {why}
          {t('partial.of', { count: incomplete, total: formats.count(incomplete) })}
        </p>
      )}
      {result.isSpeedUnknown && (
        <p className={page.text} role="note">
          {t('speedUnknown')}
        </p>
      )}
      {total.sums.distanceM > 0 && (
        <p className={page.hint}>{t(`distance.${total.sums.distanceSource}`)}</p>
      )}
    </div>
  );
}

export function Sums({ result }: { result: ReportResult }) {
  const { t } = useTranslation('reports');
  const cells = useLineCells();
  // Percents of one tank are none of another.
  const shown = LINE_CELLS.filter((cell) => cell !== 'fuelUsed');
  return (
    <dl className={classes.sums} aria-label={t('sums')}>
      {shown.map((cell) => (
        <div key={cell} className={classes.sum}>
          <dt>{t(`column.${cell}`)}</dt>
          <dd>{cells(result.total, cell)}</dd>
        </div>
      ))}
    </dl>
  );
}
