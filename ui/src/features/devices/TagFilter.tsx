/** Narrows the list to devices with tags: any value of a key will do, and every key must hold. */
import { Combobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTags } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { call } from '@/ipc/client';
import type { DeviceTag, TagKey } from '@/ipc/generated/contract';
import { FilterDropdown, FilterOption } from './FilterDropdown';
import { firstTags, toggleTag, unlisted } from './tagChoice';

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
  const [isOpened, setOpened] = useState(false);
  const { data: keys, isError } = useQuery({
    queryKey: ['deviceTags', text],
    queryFn: () => call('device_tags', { text }),
    enabled: isOpened,
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
    <FilterDropdown
      label={label}
      icon={<IconTags size={15} aria-hidden />}
      isNarrowed={chosen.length > 0}
      search={search}
      searchLabel={t('filter.findTag')}
      clearLabel={t('filter.allTags')}
      widthPx={300}
      onSearch={setSearch}
      onOpened={setOpened}
      onToggle={(option) => onChange(toggleTag(chosen, JSON.parse(option) as DeviceTag))}
      onClear={() => onChange([])}
    >
      {elsewhere.length > 0 && (
        <Combobox.Group label={t('filter.chosenTags')}>
          {elsewhere.map((tag) => (
            <FilterOption key={JSON.stringify(tag)} value={JSON.stringify(tag)} isChosen>
              {t('filter.tagChosen', { ...tag })}
            </FilterOption>
          ))}
        </Combobox.Group>
      )}
      {offered.map((key) => (
        <TagOptions key={key.key} of={key} chosen={chosen} />
      ))}
      {keys && offered.length === 0 && <Combobox.Empty>{t('filter.noTag')}</Combobox.Empty>}
      {isError && <Combobox.Empty>{t('filter.tagsFailed')}</Combobox.Empty>}
    </FilterDropdown>
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
        <FilterOption
          key={value}
          value={JSON.stringify({ key, value })}
          isChosen={isChosen(value)}
          count={formats.count(devices)}
        >
          {value}
        </FilterOption>
      ))}
      {left > 0 && (
        <Combobox.Empty>
          {t('filter.moreTags', { count: left, total: formats.count(left) })}
        </Combobox.Empty>
      )}
    </Combobox.Group>
  );
}
