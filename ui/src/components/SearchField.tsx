/** A search box for what is here already: it answers at every letter, and Escape empties it. */
import { CloseButton, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  placeholder?: string;
  text: string;
  onChange(text: string): void;
  ref?: Ref<HTMLInputElement>;
}

export function SearchField({ label, placeholder, text, onChange, ref }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...(ref && { ref })}
      type="search"
      size="xs"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        text && <CloseButton size="xs" aria-label={t('clearSearch')} onClick={() => onChange('')} />
      }
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !text) return;
        event.stopPropagation();
        onChange('');
      }}
    />
  );
}

/** The search box of a page: `/` leads here from anywhere on it. */
export function PageSearchField(props: Omit<Props, 'ref'>) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return <SearchField {...props} ref={input} />;
}
