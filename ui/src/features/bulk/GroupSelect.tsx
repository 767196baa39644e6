/** The one group by which users are to see, or none. */
import { Checkbox, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import type { FieldsProps } from './ActionForm';
import { isolatedLabel, OFFERED } from './choices';

export function GroupSelect({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('bulk');
  const { data: groups = [], error, refetch } = useQuery(viewQuery('groups', {}));
  if (error) {
    return (
      <ErrorNotice
        title={t('form.groupsFailed')}
        error={error.body}
        onRetry={() => void refetch()}
      />
    );
  }
  const isNone = draft.group === '';
  return (
    <Stack gap="xs">
      <Select
        size="xs"
        data-autofocus
        searchable
        limit={OFFERED}
        label={t('form.group')}
        description={t('form.groupHint')}
        placeholder={t('form.findGroup')}
        nothingFoundMessage={t('form.noGroupFound')}
        disabled={isNone}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        renderOption={isolatedLabel}
        value={draft.group || null}
        onChange={(group) => onChange({ group })}
      />
      <Checkbox
        size="xs"
        label={t('form.noGroup')}
        description={t('form.noGroupHint')}
        checked={isNone}
        onChange={(event) => onChange({ group: event.currentTarget.checked ? '' : null })}
      />
    </Stack>
  );
}
