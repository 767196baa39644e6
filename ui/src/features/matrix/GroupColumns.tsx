/** Which groups are columns: all, or some that were chosen. */
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GroupRow } from '@/ipc/generated/contract';

/** Typing finds what scrolling would not. */
const OFFERED = 200;

interface Props {
  groups: readonly GroupRow[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

export function GroupColumns({ groups, chosen, onChange }: Props) {
  const { t } = useTranslation('matrix');
  return (
    <MultiSelect
      size="xs"
      searchable
      clearable
      limit={OFFERED}
      hidePickedOptions
      aria-label={t('columns')}
      placeholder={chosen.length === 0 ? t('allColumns') : t('columns')}
      nothingFoundMessage={t('noColumn')}
      clearButtonProps={{ 'aria-label': t('allColumns') }}
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option }) => <bdi>{option.label}</bdi>}
      value={chosen}
      onChange={onChange}
    />
  );
}
