/** The alerts that are shown, as a file. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { alertTexts, bytesOf } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { AlertsShown } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { useSaveFile } from '@/ipc/useSaveFile';

const FORMATS = ['xlsx', 'csv'] as const;

export function SaveMenu({ shown }: { shown: AlertsShown }) {
  const { t, i18n } = useTranslation('alerts');
  const saving = useSaveFile<(typeof FORMATS)[number]>(async (format) => {
    const texts = alertTexts(i18n.language);
    const file = await call('export_alerts', { shown, format, texts });
    const name = t('save.file', { first: shown.of.first, last: shown.of.last });
    return { name: `${name}.${format}`, bytes: bytesOf(file.base64) };
  });
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
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => saving.mutate(format)}>
              {t(`save.${format}`)}
            </Menu.Item>
          ))}
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
