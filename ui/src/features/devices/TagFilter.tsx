/** Narrows the list to devices with tags: any value of a key will do, and every key must hold. */
import { Button, Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconTags } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { call } from '@/ipc/client';
import type { DeviceTag, TagKey } from '@/ipc/generated/contract';
import { firstTags, toggleTag, unlisted } from './tagChoice';
import classes from './toolbar.module.css';

/** Tags change with the list of devices, which is read every few minutes. */
const FRESH_MS = 30_000;

/** Long enough to pass over most keystrokes of a word. */
const PAUSE_MS = 150;

interface Props {
  chosen: readonly DeviceTag[];
  onChange(tags: DeviceTag[]): void;
}

export function TagFilter({ chosen, onChange }: Props) {
  const { t } = useTranslation('devices');
  const [search, setSearch] = useState('');
  const [text] = useDebouncedValue(search.trim(), PAUSE_MS);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { data: keys, isError } = useQuery({
    queryKey: ['deviceTags', text],
    queryFn: () => call('device_tags', { text }),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });

  const [only] = chosen;
  const label = !only
    ? t('filter.tags')
    : chosen.length === 1
      ? t('filter.tagChosen', { ...only })
      : t('filter.tagsChosen', { count: chosen.length });
  const offered = text === '' ? firstTags(keys ?? []) : (keys ?? []);
  const elsewhere = text === '' ? unlisted(chosen, offered) : [];

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => onChange(toggleTag(chosen, JSON.parse(option) as DeviceTag))}
      width={300}
      position="bottom-start"
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="xs"
          variant={chosen.length > 0 ? 'light' : 'default'}
          leftSection={<IconTags size={15} aria-hidden />}
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
          placeholder={t('filter.findTag')}
          aria-label={t('filter.findTag')}
        />
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-multiselectable>
          {elsewhere.length > 0 && (
            <Combobox.Group label={t('filter.chosenTags')}>
              {elsewhere.map((tag) => (
                <TagOption key={JSON.stringify(tag)} tag={tag} isChosen>
                  {t('filter.tagChosen', { ...tag })}
                </TagOption>
              ))}
            </Combobox.Group>
          )}
          {offered.map((key) => (
            <TagOptions key={key.key} of={key} chosen={chosen} />
          ))}
          {keys && offered.length === 0 && <Combobox.Empty>{t('filter.noTag')}</Combobox.Empty>}
          {isError && <Combobox.Empty>{t('filter.tagsFailed')}</Combobox.Empty>}
        </Combobox.Options>
        {chosen.length > 0 && (
          <Combobox.Footer>
            <Button size="compact-xs" variant="subtle" onClick={() => onChange([])}>
              {t('filter.allTags')}
            </Button>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** A key and its values. */
function TagOptions({ of, chosen }: { of: TagKey; chosen: readonly DeviceTag[] }) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const { key, values, matched } = of;
  const isChosen = (value: string) => chosen.some((tag) => tag.key === key && tag.value === value);
  const left = matched - values.length;
  return (
    <Combobox.Group label={<bdi>{key}</bdi>}>
      {values.map(({ value, devices }) => (
        <TagOption
          key={value}
          tag={{ key, value }}
          isChosen={isChosen(value)}
          count={formats.count(devices)}
        >
          {value}
        </TagOption>
      ))}
      {left > 0 && (
        <Combobox.Empty>
          {t('filter.moreTags', { count: left, total: formats.count(left) })}
        </Combobox.Empty>
      )}
    </Combobox.Group>
  );
}

interface OptionProps {
  tag: DeviceTag;
  isChosen: boolean;
  /** How many devices have it. */
  count?: string;
  children: ReactNode;
}

function TagOption({ tag, isChosen, count, children }: OptionProps) {
  return (
    <Combobox.Option value={JSON.stringify(tag)} active={isChosen} className={classes.group}>
      <IconCheck size={14} aria-hidden data-hidden={!isChosen || undefined} />
      <span className={classes.groupName}>
        <bdi>{children}</bdi>
      </span>
      {count !== undefined && <span className={classes.groupCount}>{count}</span>}
    </Combobox.Option>
  );
}
