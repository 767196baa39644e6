/** Some devices of the account, found by typing: there may be too many to offer them all. */
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import { viewQuery } from '@/ipc/queries';
import { isolatedLabel } from './choices';

const SHOWN = 50;
const PAUSE_MS = 120;

interface Props {
  label: string;
  chosen: string[];
  onChange(devices: string[]): void;
}

export function DevicesChoice({ label, chosen, onChange }: Props) {
  const { t } = useTranslation('bulk');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  /** Names of what was chosen stay known through other searches. */
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { data, error } = useQuery(
    viewQuery('device_rows', {
      filter: { ...EVERY_DEVICE, text: asked },
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: SHOWN,
    }),
  );
  const found = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const foundIds = new Set(found.map(({ value }) => value));
  const others = chosen
    .filter((id) => !foundIds.has(id))
    .map((id) => ({ value: id, label: names.get(id) ?? id }));
  return (
    <MultiSelect
      size="xs"
      data-autofocus
      searchable
      label={label}
      placeholder={t('form.findDevice')}
      nothingFoundMessage={t(error ? 'form.devicesFailed' : 'form.noDeviceFound')}
      data={[...found, ...others]}
      // What is offered was found by more than the name.
      filter={({ options }) =>
        options.filter((option) => 'value' in option && foundIds.has(option.value))
      }
      renderOption={isolatedLabel}
      searchValue={text}
      onSearchChange={setText}
      value={chosen}
      onChange={(devices) => {
        setNames(
          new Map([...names, ...found.map(({ value, label: name }) => [value, name] as const)]),
        );
        onChange(devices);
      }}
    />
  );
}
