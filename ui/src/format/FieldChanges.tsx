/** What a change does to each field: before and after, and by name the devices that come and go. */
import { useTranslation } from 'react-i18next';
import { BeforeAfter } from '@/components/BeforeAfter';
import { ScrollBox } from '@/components/ScrollBox';
import type { EntryKind, FieldChange } from '@/ipc/generated/contract';
import { DeviceLines } from './DeviceLines';
import { FieldValueView } from './FieldValueView';

interface Props {
  fields: readonly FieldChange[];
  /** What is made has no before, and what is deleted no after. */
  kind?: EntryKind | undefined;
}

const ONLY = { create: 'after', edit: undefined, delete: 'before', send: 'after' } as const;

export function FieldChanges({ fields, kind = 'edit' }: Props) {
  const { t } = useTranslation('fields');
  const moved = fields.filter(({ added, removed }) => added.length + removed.length > 0);
  // The devices are told by name: how many there were says less.
  const valued = fields.filter((change) => !moved.includes(change));
  return (
    <>
      {valued.length > 0 && (
        <BeforeAfter
          only={ONLY[kind]}
          rows={valued.map(({ field, before, after }) => ({
            field,
            label: t(`label.${field}`),
            before: <FieldValueView field={field} value={before} />,
            after: <FieldValueView field={field} value={after} />,
          }))}
        />
      )}
      {moved.map(({ field, added, removed }) => (
        <ScrollBox key={field} label={t(`label.${field}`)}>
          <DeviceLines what="added" devices={added} />
          <DeviceLines what="removed" devices={removed} />
        </ScrollBox>
      ))}
    </>
  );
}
