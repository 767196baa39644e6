/** The days as a file: for maps, for navigation devices, for spreadsheets. */
import { useTranslation } from 'react-i18next';
import { bytesOf, routeTexts } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { HistoryQuery, RouteFormat } from '@/ipc/generated/contract';
import { SaveFileMenu } from '@/ipc/SaveFileMenu';

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
  return (
    <SaveFileMenu
      label={t('export.label')}
      notSaved={t('export.notSaved')}
      choices={FORMATS.map((kind) => ({ kind, label: t(`export.${kind}`) }))}
      note={t('export.all')}
      make={async (format) => {
        const texts = routeTexts(i18n.language);
        const file = await call('export_route', { days: query, format, texts });
        const { first, last } = query;
        const days = first === last ? first : `${first}-${last}`;
        const title = t('export.file', { name, days }).replaceAll(NOT_IN_NAMES, '-');
        return { name: `${title}.${format}`, bytes: bytesOf(file.base64) };
      }}
    />
  );
}
