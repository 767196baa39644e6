/** A day on which something begins or ends. Whole days are what people mean; the exact time is told. */
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';

interface Props {
  label: string;
  at: string | null;
  /** The moment that a day means; null for what is no day. */
  momentOf(day: string): string | null;
  error: string | null;
  onChange(at: string | null): void;
}

export function DayField({ label, at, momentOf, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const formats = useFormats();
  // What is being typed stays as it is until it is left: a half day at times, and in some windows, which
  // have no date field, a plain text.
  const [typed, setTyped] = useState<string | null>(null);
  const [isBad, setIsBad] = useState(false);
  const latest = useRef({ typed, momentOf });
  latest.current = { typed, momentOf };
  useEffect(() => {
    const { typed: text, momentOf: read } = latest.current;
    // Set from elsewhere, it is no longer what was typed.
    if (text === null || read(text) === at) return;
    setTyped(null);
    setIsBad(false);
  }, [at]);
  return (
    <TextInput
      size="xs"
      type="date"
      label={label}
      // Below, so that two fields beside each other stand in line.
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={at !== null && t('valid.exactly', { moment: formats.moment(at) })}
      placeholder={t('valid.dayHint')}
      error={isBad ? t('valid.badDay') : error}
      value={typed ?? dayText(at)}
      onChange={(event) => {
        const { value, validity } = event.currentTarget;
        const moment = momentOf(value);
        const isHalf = validity.badInput || (value !== '' && moment === null);
        setTyped(value);
        setIsBad(isHalf);
        if (!isHalf) onChange(moment);
      }}
      onBlur={() => {
        if (!isBad) setTyped(null);
      }}
    />
  );
}
