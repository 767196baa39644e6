/** Some groups of the account, found by typing. */
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';
import { isolatedLabel, OFFERED } from './choices';

interface Props {
  label: string;
  chosen: string[];
  onChange(groups: string[]): void;
}

export function GroupsChoice({ label, chosen, onChange }: Props) {
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
  return (
    <MultiSelect
      size="xs"
      data-autofocus
      searchable
      limit={OFFERED}
      label={label}
      placeholder={t('form.findGroup')}
      nothingFoundMessage={t('form.noGroupFound')}
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={isolatedLabel}
      value={chosen}
      onChange={onChange}
    />
  );
}
