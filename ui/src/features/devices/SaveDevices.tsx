/** The devices of the list, or those that are selected, as a file. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bytesOf, deviceManner } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { DeviceSelection, SheetFormat, Sort } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { useSaveFile } from '@/ipc/useSaveFile';

interface Props {
  /** Whether it is all that the list shows, or what is selected of it. */
  what: 'list' | 'selection';
  selection: DeviceSelection;
  sort: Sort;
}

export function SaveDevices({ what, selection, sort }: Props) {
  const { t, i18n } = useTranslation('deviceSheet');
  const saving = useSaveFile<SheetFormat>(async (format) => {
    const manner = deviceManner(i18n.language, format);
    const file = await call('export_devices', { selection, sort, manner });
    return { name: `${t('file')}.${format}`, bytes: bytesOf(file.base64) };
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          {what === 'list' ? (
            <ActionIcon
              size={30}
              variant="default"
              loading={saving.isPending}
              aria-label={t('list')}
              title={t('list')}
            >
              <IconDownload size={15} aria-hidden />
            </ActionIcon>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={saving.isPending}
              leftSection={<IconDownload size={15} aria-hidden />}
            >
              {t('selection')}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown maw={280}>
          {(['csv', 'xlsx'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => saving.mutate(format)}>
              {t(format)}
            </Menu.Item>
          ))}
          <Menu.Label>{t(`what.${what}`)}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {saving.error && (
        <NotSavedDialog
          title={t('notSaved')}
          error={saving.error.body}
          onRetry={() => saving.variables && saving.mutate(saving.variables)}
          onClose={saving.reset}
        />
      )}
    </>
  );
}
