/** The days as a file: for maps, for navigation devices, for spreadsheets. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bytesOf, routeTexts } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { HistoryQuery, RouteFormat } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { useSaveFile } from '@/ipc/useSaveFile';

const FORMATS: readonly RouteFormat[] = ['gpx', 'kml', 'geojson', 'csv', 'xlsx'];

/** What names of files can't hold somewhere. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

interface Props {
  query: HistoryQuery;
  /** The device's name. */
  name: string;
}

export function ExportMenu({ query, name }: Props) {
  const { t, i18n } = useTranslation('history');
  const saving = useSaveFile<RouteFormat>(async (format) => {
    const texts = routeTexts(i18n.language);
    const file = await call('export_route', { days: query, format, texts });
    const { first, last } = query;
    const days = first === last ? first : `${first}-${last}`;
    const title = t('export.file', { name, days }).replaceAll(NOT_IN_NAMES, '-');
    return { name: `${title}.${format}`, bytes: bytesOf(file.base64) };
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
            {t('export.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => saving.mutate(format)}>
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('export.all')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {saving.error && (
        <NotSavedDialog
          title={t('export.notSaved')}
          error={saving.error.body}
          onRetry={() => saving.variables && saving.mutate(saving.variables)}
          onClose={saving.reset}
        />
      )}
    </>
  );
}
