/** A search box: Escape or its button empties it. */
import { CloseButton, TextInput } from '@mantine/core';
import { useHotkeys, useMergedRef } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  placeholder?: string;
  text: string;
  onChange(text: string): void;
  /** A key that leads here, for `aria-keyshortcuts`. */
  shortcut?: string;
  ref?: Ref<HTMLInputElement>;
}

export function SearchField({ label, placeholder, text, onChange, shortcut, ref }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const merged = useMergedRef(input, ref);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <TextInput
      ref={merged}
      type="search"
      size="xs"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      placeholder={placeholder ?? label}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={text && <CloseButton size="xs" aria-label={t('clearSearch')} onClick={clear} />}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !text) return;
        event.stopPropagation();
        clear();
      }}
    />
  );
}

/** The search box of a page: `/` leads here from anywhere on it. */
export function PageSearchField(props: Omit<Props, 'ref' | 'shortcut'>) {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return <SearchField {...props} shortcut="/" ref={input} />;
}
