/** What an entry changed, field by field. Devices stand by their ids: their names may be gone by now. */
import { useTranslation } from 'react-i18next';
import { BeforeAfter } from '@/components/BeforeAfter';
import { ScrollBox } from '@/components/ScrollBox';
import { useFormats } from '@/format/FormatProvider';
import type { GroupField, GroupForm, JournalEntry } from '@/ipc/generated/contract';
import { EMPTY_GROUP, fieldsThatDiffer, idsBeyond } from '@/ipc/groupForm';
import classes from './journal.module.css';

export function EntryDetails({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation('journal');
  const { before, after } = entry;
  const fields = fieldsThatDiffer(before ?? EMPTY_GROUP, after ?? EMPTY_GROUP);
  if (fields.length === 0) return <p className={classes.text}>{t('unchanged')}</p>;
  return (
    <>
      <BeforeAfter
        rows={fields.map((field) => ({
          field,
          label: t(`field.${field}`),
          before: <FieldValue form={before} field={field} />,
          after: <FieldValue form={after} field={field} />,
        }))}
      />
      {fields.includes('devices') && (
        <ScrollBox label={t('field.devices')}>
          <Ids what="added" ids={idsBeyond(after?.devices ?? [], before?.devices ?? [])} />
          <Ids what="removed" ids={idsBeyond(before?.devices ?? [], after?.devices ?? [])} />
        </ScrollBox>
      )}
    </>
  );
}

function FieldValue({ form, field }: { form: GroupForm | null; field: GroupField }) {
  const { t } = useTranslation('journal');
  const formats = useFormats();
  if (form === null) return t('none');
  if (field !== 'devices') return form[field] || t('empty');
  const count = form.devices.length;
  return t('count', { count, total: formats.count(count) });
}

function Ids({ what, ids }: { what: 'added' | 'removed'; ids: readonly string[] }) {
  const { t } = useTranslation('journal');
  if (ids.length === 0) return null;
  return <p className={classes.text}>{t(what, { ids: ids.join(', ') })}</p>;
}
