/** The devices of the list, or those that are selected, as a file. */
import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bytesOf, deviceManner } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { DeviceSelection, Sort } from '@/ipc/generated/contract';
import { SaveFileMenu } from '@/ipc/SaveFileMenu';

const FORMATS = ['csv', 'xlsx'] as const;

interface Props {
  /** Whether it is all that the list shows, or what is selected of it. */
  what: 'list' | 'selection';
  selection: DeviceSelection;
  sort: Sort;
}

export function SaveDevices({ what, selection, sort }: Props) {
  const { t, i18n } = useTranslation('deviceSheet');
  // The toolbar of the list has no room for a word.
  const icon = (isSaving: boolean) => (
    <ActionIcon
      size={30}
      variant="default"
      loading={isSaving}
      aria-label={t('list')}
      title={t('list')}
    >
      <IconDownload size={15} aria-hidden />
    </ActionIcon>
  );
  return (
    <SaveFileMenu
      label={t('selection')}
      {...(what === 'list' && { target: icon })}
      notSaved={t('notSaved')}
      choices={FORMATS.map((kind) => ({ kind, label: t(kind) }))}
      note={t(`what.${what}`)}
      make={async (format) => {
        const manner = deviceManner(i18n.language, format);
        const file = await call('export_devices', { selection, sort, manner });
        return { name: `${t('file')}.${format}`, bytes: bytesOf(file.base64) };
      }}
    />
  );
}
