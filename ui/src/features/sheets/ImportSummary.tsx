/** What a file would do, in numbers; what there is none of is left out. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { isolated } from '@/format/words';
import type { ImportView } from '@/ipc/generated/contract';
import classes from './sheets.module.css';

export function ImportSummary({ planned }: { planned: ImportView }) {
  const { t } = useTranslation('sheets');
  const formats = useFormats();
  const { plan, creates, disables, ignored } = planned;
  const lines = [
    ['wrong', plan.unfit],
    ['creates', creates],
    ['edits', plan.changes - creates],
    ['disables', disables],
    ['unchanged', plan.unchanged],
  ] as const;
  return (
    <ul className={classes.summary} data-testid="import-summary">
      {lines.map(
        ([what, count]) =>
          count > 0 && (
            <li key={what}>{t(`summary.${what}`, { count, total: formats.count(count) })}</li>
          ),
      )}
      {ignored.length > 0 && (
        <li>{t('summary.ignored', { columns: ignored.map(isolated).join(', ') })}</li>
      )}
    </ul>
  );
}
