/** Chooses one device, found by words among all of the account: of thousands, a screenful is offered. */
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
  /** Its name, where nothing beside it says so. */
  label?: string;
  ariaLabel?: string;
  placeholder: string;
  nothingFound: string;
  /** What is said when devices could not be read. */
  failed: string;
  /** Empty for none. */
  value: string;
  /** What is known of the device that is chosen. */
  known: DeviceRef | null;
  error?: string | null;
  className?: string | undefined;
  onChange(device: string): void;
  /** Leaves it without a choice; only where nothing else is behind the key. */
  onEscape?(): void;
}

export function DeviceSelect(props: Props) {
  const { value, known, onChange } = props;
  const { t } = useTranslation('fields');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const current = currentOption(value, chosen, known, (name) => t('unlisted', { name }));
  const isSearch = text !== current?.label;
  const { data, error, refetch } = useQuery(
    viewQuery('device_rows', {
      filter: { ...EVERY_DEVICE, text: isSearch ? text : '' },
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: OFFERED,
    }),
  );
  if (error && !data) {
    return <ErrorNotice title={props.failed} error={error.body} onRetry={() => void refetch()} />;
  }
  const found = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isFound = found.some((option) => option.value === value);
  return (
    <Select
      size="xs"
      searchable
      allowDeselect={false}
      label={props.label}
      aria-label={props.ariaLabel}
      placeholder={props.placeholder}
      nothingFoundMessage={props.nothingFound}
      error={props.error}
      className={props.className}
      data={current && !isFound ? [current, ...found] : found}
      // Rust has searched already, in more than the name.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={value || null}
      onKeyDown={({ key }) => {
        if (key === 'Escape') props.onEscape?.();
      }}
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
