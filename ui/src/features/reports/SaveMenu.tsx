/** The report as a file. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { bytesOf, reportTexts } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { ReportView } from '@/ipc/generated/contract';
import { SaveFileMenu } from '@/ipc/SaveFileMenu';

/** A table for each of more vehicles than this is not made. */
const MOST_TABLES = 250;

const KINDS = ['xlsx', 'xlsxDevices', 'csv'] as const;

export function SaveMenu({ report: { devices, order } }: { report: ReportView }) {
  const { t, i18n } = useTranslation('reports');
  const formats = useFormats();
  const isLarge = devices > MOST_TABLES;
  return (
    <SaveFileMenu
      label={t('save.label')}
      notSaved={t('save.failed')}
      choices={KINDS.map((kind) => ({
        kind,
        label: t(`save.${kind}`),
        isDisabled: kind === 'xlsxDevices' && isLarge,
      }))}
      note={isLarge && t('save.tooMany', { most: formats.count(MOST_TABLES) })}
      make={async (kind) => {
        const format = kind === 'csv' ? 'csv' : 'xlsx';
        const texts = reportTexts(i18n.language);
        const withDevices = kind === 'xlsxDevices';
        const file = await call('export_report', { format, withDevices, texts });
        const name = t('save.file', { first: order.first, last: order.last });
        return { name: `${name}.${format}`, bytes: bytesOf(file.base64) };
      }}
    />
  );
}
