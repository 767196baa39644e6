/** The report as a file. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { bytesOf, reportTexts } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { ReportView } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { useSaveFile } from '@/ipc/useSaveFile';

/** A table for each of more vehicles than this is not made. */
const MOST_TABLES = 250;

const KINDS = ['xlsx', 'xlsxDevices', 'csv'] as const;

export function SaveMenu({ report: { devices, order } }: { report: ReportView }) {
  const { t, i18n } = useTranslation('reports');
  const formats = useFormats();
  const saving = useSaveFile<(typeof KINDS)[number]>(async (kind) => {
    const format = kind === 'csv' ? 'csv' : 'xlsx';
    const texts = reportTexts(i18n.language);
    const file = await call('export_report', {
      format,
      withDevices: kind === 'xlsxDevices',
      texts,
    });
    const name = t('save.file', { first: order.first, last: order.last });
    return { name: `${name}.${format}`, bytes: bytesOf(file.base64) };
  });
  const isLarge = devices > MOST_TABLES;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={saving.isPending}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('save.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={300}>
          {KINDS.map((kind) => (
            <Menu.Item
              key={kind}
              disabled={kind === 'xlsxDevices' && isLarge}
              onClick={() => saving.mutate(kind)}
            >
              {t(`save.${kind}`)}
            </Menu.Item>
          ))}
          {isLarge && (
            <Menu.Label>{t('save.tooMany', { most: formats.count(MOST_TABLES) })}</Menu.Label>
          )}
        </Menu.Dropdown>
      </Menu>
      {saving.error && (
        <NotSavedDialog
          title={t('save.failed')}
          error={saving.error.body}
          onRetry={() => saving.variables && saving.mutate(saving.variables)}
          onClose={saving.reset}
        />
      )}
    </>
  );
}
