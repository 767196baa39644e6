/** What a change does: to the fields, to what users see, and what to mind about it. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AccessList } from '@/format/AccessList';
import { FieldChanges } from '@/format/FieldChanges';
import type { ChangePreview as Preview } from '@/ipc/generated/contract';
import classes from './changes.module.css';
import type { PendingChange } from './pendingChange';

interface Props {
  pending: PendingChange;
  preview: Preview;
}

export function PreviewBody({ pending, preview }: Props) {
  const { t } = useTranslation('changes');
  const { t: tFields } = useTranslation('fields');
  const { change, password } = pending;
  const hasFields = preview.fields.length > 0;
  return (
    <>
      <section className={classes.section} data-testid="preview-fields">
        <h3 className={classes.title}>{t('fields')}</h3>
        {hasFields && <FieldChanges fields={preview.fields} kind={change.change.kind} />}
        {password && (
          <p className={classes.text}>
            {t(`password.${change.change.kind === 'create' ? 'create' : 'edit'}`)}
          </p>
        )}
        {!hasFields && !password && (
          <p className={classes.text}>{t(`noFields.${change.subject}`)}</p>
        )}
      </section>
      <section className={classes.section} data-testid="preview-access">
        <h3 className={classes.title}>{tFields('access.title')}</h3>
        <AccessList access={preview.access} />
        <p className={classes.hint}>{tFields('access.asFar')}</p>
      </section>
      <Warnings pending={pending} preview={preview} />
    </>
  );
}

function Warnings({ pending: { change }, preview }: Props) {
  const { t } = useTranslation('changes');
  const { kind } = change.change;
  const warnings = [
    preview.isFinal && t('final.warning'),
    preview.renamesSignIn && t('renamesSignIn'),
    preview.way === 'whole' && kind === 'edit' && t('whole'),
  ].filter((text) => text !== false);
  return (
    <>
      {warnings.map((text) => (
        <p key={text} className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {text}
        </p>
      ))}
      {kind === 'delete' && !preview.isFinal && <p className={classes.text}>{t('deleteUndo')}</p>}
    </>
  );
}
