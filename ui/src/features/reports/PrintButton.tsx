/** Prints the report: its vehicles are read, put on a page of their own, and that is printed. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError, call, errorBodyOf } from '@/ipc/client';
import type { ReportResult, ReportRow, ReportView } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { PrintPage } from './PrintPage';

/** More rows nobody reads on paper. */
const MOST_PRINTED = 2_000;
const PAGE = 500;

async function printedRows(): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (let offset = 0; offset < MOST_PRINTED; offset += PAGE) {
    const page = await call('report_rows', { key: 'name', descending: false, offset, limit: PAGE });
    rows.push(...page.rows);
    if (rows.length >= page.matched) break;
  }
  return rows;
}

export function PrintButton({ report, result }: { report: ReportView; result: ReportResult }) {
  const { t } = useTranslation('reports');
  const [rows, setRows] = useState<ReportRow[] | null>(null);
  const printing = useMutation<void, CallError, void>({
    mutationFn: async () => {
      try {
        setRows(await printedRows());
      } catch (thrown) {
        throw new CallError(errorBodyOf(thrown));
      }
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={printing.isPending}
        leftSection={<IconPrinter size={15} aria-hidden />}
        onClick={() => printing.mutate()}
      >
        {t('print.label')}
      </Button>
      {rows && (
        <PrintPage
          // Some web views don't say when they have printed: another time is another page.
          key={printing.submittedAt}
          report={report}
          result={result}
          rows={rows}
          onPrinted={() => setRows(null)}
        />
      )}
      {printing.error && (
        <NotSavedDialog
          title={t('print.failed')}
          error={printing.error.body}
          onRetry={() => printing.mutate()}
          onClose={printing.reset}
        />
      )}
    </>
  );
}
