/** The alerts that are shown, as a file. */
import { useTranslation } from 'react-i18next';
import { alertTexts, bytesOf } from '@/format/sheet';
import { call } from '@/ipc/client';
import type { AlertsShown } from '@/ipc/generated/contract';
import { SaveFileMenu } from '@/ipc/SaveFileMenu';

const FORMATS = ['xlsx', 'csv'] as const;

export function SaveMenu({ shown }: { shown: AlertsShown }) {
  const { t, i18n } = useTranslation('alerts');
  return (
    <SaveFileMenu
      label={t('save.label')}
      notSaved={t('save.failed')}
      choices={FORMATS.map((kind) => ({ kind, label: t(`save.${kind}`) }))}
      make={async (format) => {
        const texts = alertTexts(i18n.language);
        const file = await call('export_alerts', { shown, format, texts });
        const name = t('save.file', { first: shown.of.first, last: shown.of.last });
        return { name: `${name}.${format}`, bytes: bytesOf(file.base64) };
      }}
    />
  );
}
