/** The search over the fleet. Answers while typing; `/` leads here from anywhere on the page. */
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Long enough to pass over most keystrokes of a word, too short to be noticed. */
const PAUSE_MS = 120;

interface Props {
  text: string;
  onChange(text: string): void;
}

export function SearchBox({ text, onChange }: Props) {
  const { t } = useTranslation('devices');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  const send = (next: string) => {
    sent.current = next;
    onChange(next);
  };
  const sendSoon = useDebouncedCallback(send, PAUSE_MS);

  // Back and forward change the text from outside; the echo of our own change must not undo typing.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);

  useHotkeys([['/', () => input.current?.focus()]]);

  const clear = () => {
    setTyped('');
    sendSoon.cancel();
    send('');
    input.current?.focus();
  };

  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      role="searchbox"
      aria-label={t('search.label')}
      aria-keyshortcuts="/"
      placeholder={t('search.placeholder')}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        typed && <CloseButton size="xs" aria-label={t('search.clear')} onClick={clear} />
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        sendSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !typed) return;
        event.stopPropagation();
        clear();
      }}
    />
  );
}
