/** The search over the fleet, which answers while someone types. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageSearchField } from '@/components/SearchField';

/** Long enough to pass over most keystrokes of a word, too short to be noticed. */
const PAUSE_MS = 120;

interface Props {
  text: string;
  onChange(text: string): void;
}

export function SearchBox({ text, onChange }: Props) {
  const { t } = useTranslation('devices');
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

  const change = (next: string) => {
    setTyped(next);
    if (next !== '') return sendSoon(next);
    // Nobody types on after that.
    sendSoon.cancel();
    send(next);
  };
  return (
    <PageSearchField
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      text={typed}
      onChange={change}
    />
  );
}
