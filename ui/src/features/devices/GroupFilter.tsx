/** Narrows the list to devices of any of some groups. */
import { Combobox } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import { FilterDropdown, FilterOption } from './FilterDropdown';

interface Props {
  chosen: readonly string[];
  onChange(groups: string[]): void;
}

/** Accounts can have thousands of groups; typing finds what scrolling would not. */
const OFFERED = 200;

export function GroupFilter({ chosen, onChange }: Props) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const { data: groups, isError } = useQuery(viewQuery('groups', {}));

  const wanted = search.trim().toLocaleLowerCase();
  const offered = (groups ?? [])
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .slice(0, OFFERED);
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);

  const only = chosen.length === 1 ? groups?.find(({ id }) => id === chosen[0])?.name : undefined;
  const label =
    chosen.length === 0
      ? t('filter.groups')
      : (only ?? t('filter.groupsChosen', { count: chosen.length }));

  return (
    <FilterDropdown
      label={label}
      icon={<IconUsersGroup size={15} aria-hidden />}
      isNarrowed={chosen.length > 0}
      search={search}
      searchLabel={t('filter.findGroup')}
      clearLabel={t('filter.allGroups')}
      widthPx={280}
      onSearch={setSearch}
      onToggle={toggle}
      onClear={() => onChange([])}
    >
      {offered.map(({ id, name, devices }) => (
        <FilterOption
          key={id}
          value={id}
          isChosen={chosen.includes(id)}
          count={formats.count(devices)}
        >
          {name}
        </FilterOption>
      ))}
      {offered.length === 0 && (
        <Combobox.Empty>{t(isError ? 'filter.groupsFailed' : 'filter.noGroup')}</Combobox.Empty>
      )}
    </FilterDropdown>
  );
}
