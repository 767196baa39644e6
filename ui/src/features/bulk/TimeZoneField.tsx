/** The time zone of many users: one of the service's, or what is typed where the service tells none. */
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewQuery } from '@/ipc/queries';
import type { FieldsProps } from './ActionForm';
import { OFFERED } from './choices';

export function TimeZoneField({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  const { data } = useQuery(viewQuery('user_choices', {}));
  const zones = Object.entries(data?.timeZones ?? {});
  if (zones.length === 0) {
    return (
      <TextInput
        size="xs"
        data-autofocus
        label={t('form.timeZone')}
        value={draft.timeZone}
        onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
      />
    );
  }
  return (
    <Select
      size="xs"
      data-autofocus
      searchable
      limit={OFFERED}
      label={t('form.timeZone')}
      placeholder={t('form.findTimeZone')}
      nothingFoundMessage={t('form.noTimeZone')}
      data={zones.map(([value, label]) => ({ value, label: label || value }))}
      value={draft.timeZone || null}
      onChange={(timeZone) => onChange({ timeZone: timeZone ?? '' })}
    />
  );
}
