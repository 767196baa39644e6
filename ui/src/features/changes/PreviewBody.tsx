/** What a change does: to the fields, to the devices, and to what users see. */
import { useTranslation } from 'react-i18next';
import { BeforeAfter } from '@/components/BeforeAfter';
import { ScrollBox } from '@/components/ScrollBox';
import type { AccessChange, GroupChange, GroupForm, GroupPreview } from '@/ipc/generated/contract';
import { EMPTY_GROUP } from '@/ipc/groupForm';
import classes from './changes.module.css';
import { DeviceLines } from './DeviceLines';

interface Props {
  change: GroupChange;
  preview: GroupPreview;
}

export function PreviewBody({ change, preview }: Props) {
  const { t } = useTranslation('changes');
  return (
    <>
      <section className={classes.section} data-testid="preview-fields">
        <h3 className={classes.title}>{t('fields')}</h3>
        <Fields change={change} preview={preview} />
      </section>
      <section className={classes.section} data-testid="preview-access">
        <h3 className={classes.title}>{t('access')}</h3>
        <Access access={preview.access} />
        <p className={classes.hint}>{t('asFar')}</p>
      </section>
      {change.kind === 'delete' && <p className={classes.text}>{t('deleteUndo')}</p>}
    </>
  );
}

function Fields({ change, preview }: Props) {
  const { t } = useTranslation('changes');
  const before: GroupForm = change.kind === 'create' ? EMPTY_GROUP : change.before;
  const after: GroupForm = change.kind === 'delete' ? EMPTY_GROUP : change.after;
  const texts = preview.fields.filter((field) => field !== 'devices');
  const devices = preview.added.length + preview.removed.length;
  if (texts.length === 0 && devices === 0) return <p className={classes.text}>{t('noFields')}</p>;
  return (
    <>
      {texts.length > 0 && (
        <BeforeAfter
          rows={texts.map((field) => ({
            field,
            label: t(`field.${field}`),
            before: before[field] || t('empty'),
            after: after[field] || t('empty'),
          }))}
        />
      )}
      {devices > 0 && (
        <ScrollBox label={t('field.devices')}>
          <DeviceLines what="added" devices={preview.added} />
          <DeviceLines what="removed" devices={preview.removed} />
        </ScrollBox>
      )}
    </>
  );
}

function Access({ access }: { access: readonly AccessChange[] | null }) {
  const { t } = useTranslation('changes');
  if (access === null) return <p className={classes.text}>{t('unread')}</p>;
  const touched = access.filter(({ gains, loses }) => gains.length + loses.length > 0);
  if (touched.length === 0) return <p className={classes.text}>{t('nobody')}</p>;
  return (
    <ScrollBox label={t('access')}>
      <ul className={classes.users}>
        {touched.map(({ user, gains, loses }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two users may have one name.
          <li key={place}>
            <bdi>{user}</bdi>
            <DeviceLines what="gains" devices={gains} />
            <DeviceLines what="loses" devices={loses} />
          </li>
        ))}
      </ul>
    </ScrollBox>
  );
}
