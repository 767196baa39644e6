/** Narrows the list to devices of any of some groups. */
import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import classes from './toolbar.module.css';

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
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });

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
    <Combobox store={combobox} onOptionSubmit={toggle} width={280} position="bottom-start">
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="xs"
          variant={chosen.length > 0 ? 'light' : 'default'}
          leftSection={<IconUsersGroup size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          className={classes.groupButton}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('filter.findGroup')}
          aria-label={t('filter.findGroup')}
        />
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }} aria-multiselectable>
          {offered.map(({ id, name, devices }) => (
            <Combobox.Option
              key={id}
              value={id}
              active={chosen.includes(id)}
              className={classes.group}
            >
              <IconCheck size={14} aria-hidden data-hidden={!chosen.includes(id) || undefined} />
              <span className={classes.groupName}>
                <bdi>{name}</bdi>
              </span>
              <span className={classes.groupCount}>{formats.count(devices)}</span>
            </Combobox.Option>
          ))}
          {offered.length === 0 && (
            <Combobox.Empty>{t(isError ? 'filter.groupsFailed' : 'filter.noGroup')}</Combobox.Empty>
          )}
        </Combobox.Options>
        {chosen.length > 0 && (
          <Combobox.Footer>
            <Button size="compact-xs" variant="subtle" onClick={() => onChange([])}>
              {t('filter.allGroups')}
            </Button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
