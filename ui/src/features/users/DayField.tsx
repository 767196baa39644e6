/** A day on which something begins or ends. Whole days are what people mean; the exact time is told. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { dayText } from './days';

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
  // Some windows have no date field and show a plain one: what is typed there is half a day at times.
  const [half, setHalf] = useState<string | null>(null);
  return (
    <TextInput
      size="xs"
      type="date"
      label={label}
      // Below, so that two fields beside each other stand in line.
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={at !== null && t('valid.exactly', { moment: formats.moment(at) })}
      placeholder={t('valid.dayHint')}
      error={half === null ? error : t('valid.badDay')}
      value={half ?? dayText(at)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        const moment = momentOf(typed);
        if (typed !== '' && moment === null) return setHalf(typed);
        setHalf(null);
        onChange(moment);
      }}
    />
  );
}
