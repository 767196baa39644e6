/** The group by which a user sees. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasWords } from '@/format/words';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import { viewQuery } from '@/ipc/queries';

interface Props {
  value: string;
  /** What stands for a group that the account does not have. */
  name: string | null;
  error: string | null;
  onChange(group: string): void;
}

export function GroupField({ value, name, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const { data: groups, error: failure, refetch } = useQuery(viewQuery('groups', {}));
  if (failure && !groups) {
    return (
      <ErrorNotice
        title={t('sight.groupsFailed')}
        error={failure.body}
        onRetry={() => void refetch()}
      />
    );
  }
  const known = (groups ?? []).map((group) => ({ value: group.id, label: group.name }));
  const isKnown = value === '' || known.some((group) => group.value === value);
  const other = { value, label: tFields('noSuchGroup', { name: name ?? value }) };
  return (
    <Select
      size="xs"
      searchable
      allowDeselect={false}
      limit={100}
      aria-label={tFields('label.group')}
      placeholder={t('sight.chooseGroup')}
      nothingFoundMessage={t(known.length === 0 ? 'sight.noGroups' : 'who.nothing')}
      error={error}
      data={isKnown ? known : [other, ...known]}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && hasWords(option.label, search))
      }
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
