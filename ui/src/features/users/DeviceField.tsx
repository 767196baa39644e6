/** The single device that a user sees: found by words among all of the account. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { DeviceRef } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';

const OFFERED = 50;

interface Props {
  value: string;
  /** The device that the user has now. */
  known: DeviceRef | null;
  error: string | null;
  onChange(device: string): void;
}

export function DeviceField({ value, known, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const isSearch = text !== chosen?.label;
  const {
    data,
    error: failure,
    refetch,
  } = useQuery(
    viewQuery('device_rows', {
      filter: { ...EVERY_DEVICE, text: isSearch ? text : '' },
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: OFFERED,
    }),
  );
  if (failure && !data) {
    return (
      <ErrorNotice
        title={t('sight.devicesFailed')}
        error={failure.body}
        onRetry={() => void refetch()}
      />
    );
  }
  const found = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const current = currentOption(value, chosen, known, (name) => tFields('unlisted', { name }));
  const isFound = found.some((option) => option.value === value);
  return (
    <Select
      size="xs"
      searchable
      allowDeselect={false}
      aria-label={tFields('label.deviceId')}
      placeholder={t('sight.chooseDevice')}
      nothingFoundMessage={t('who.nothing')}
      error={error}
      data={current && !isFound ? [current, ...found] : found}
      // Rust has searched already, in more than the name.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value || null}
      onChange={(next, option) => {
        setChosen(next === null ? null : option);
        onChange(next ?? '');
      }}
    />
  );
}

function currentOption(
  value: string,
  chosen: { value: string; label: string } | null,
  known: DeviceRef | null,
  unlisted: (name: string) => string,
) {
  if (value === '') return null;
  if (chosen?.value === value) return chosen;
  if (known?.id === value) {
    return { value, label: known.isListed ? known.name : unlisted(known.name) };
  }
  return { value, label: value };
}
