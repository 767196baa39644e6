/** Users or groups to a spreadsheet and back. */
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconTable, IconUpload } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView, SheetSubject } from '@/ipc/generated/contract';
import { NotSavedDialog } from '@/ipc/NotSavedDialog';
import { ImportDialog } from './ImportDialog';
import { useSaveSheet, type Wanted } from './useSaveSheet';

export interface Choice {
  label: 'chosen' | 'matching' | 'users' | 'groups';
  wanted: Wanted;
}

interface Props {
  subject: SheetSubject;
  /** What can be saved; the last is all there is, which is the example of a file as well. */
  choices: readonly Choice[];
  /** A file was read: this is what it would do. */
  onPlanned(planned: ImportView): void;
}

export function SheetMenu({ subject, choices, onPlanned }: Props) {
  const { t } = useTranslation('sheets');
  const [isImporting, setIsImporting] = useState(false);
  const saving = useSaveSheet();
  const all = choices.at(-1)?.wanted ?? 'groups';
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={saving.isPending}
            leftSection={<IconTable size={15} aria-hidden />}
          >
            {t('menu.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUpload size={15} aria-hidden />}
            onClick={() => setIsImporting(true)}
          >
            {t('menu.import')}
          </Menu.Item>
          <Menu.Divider />
          {choices.map(({ label, wanted }) => (
            <Fragment key={label}>
              {(['csv', 'xlsx'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  leftSection={<IconDownload size={15} aria-hidden />}
                  onClick={() => saving.mutate({ wanted, format })}
                >
                  {t(`menu.${format}`, { what: t(`menu.${label}`) })}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
          <Menu.Label>{t(subject === 'user' ? 'menu.noPasswords' : 'menu.rows')}</Menu.Label>
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
      {isImporting && (
        <ImportDialog
          subject={subject}
          example={all}
          onClose={() => setIsImporting(false)}
          onPlanned={(planned) => {
            setIsImporting(false);
            onPlanned(planned);
          }}
        />
      )}
    </>
  );
}
