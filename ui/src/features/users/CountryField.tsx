/** The country: one of the service's, by its name in the reader's language or in the service's own. */
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '@/format/country';
import { useFormats } from '@/format/FormatProvider';
import { hasWords } from '@/format/words';
import type { UserChoices } from '@/ipc/generated/contract';

interface Props {
  value: string;
  choices: UserChoices | undefined;
  /** What can be chosen is still to come: what is typed before would be lost with the field. */
  isWaiting: boolean;
  error: string | null;
  onChange(country: string): void;
}

export function CountryField({ value, choices, isWaiting, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const { locale } = useFormats();
  const countries = choices?.countries ?? {};
  const label = tFields('label.country');
  if (Object.keys(countries).length === 0) {
    return (
      <TextInput
        size="xs"
        required
        disabled={isWaiting}
        label={label}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const named = Object.entries(countries)
    .map(([code, name]) => ({ value: code, label: countryName(locale, code) ?? (name || code) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  // What the service has stays as it came, though its own list lacks it.
  const data = value && !(value in countries) ? [{ value, label: value }, ...named] : named;
  return (
    <Select
      size="xs"
      required
      searchable
      label={label}
      placeholder={t('who.find')}
      nothingFoundMessage={t('who.nothing')}
      error={error}
      data={data}
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            'value' in option &&
            hasWords(`${option.label} ${option.value} ${countries[option.value] ?? ''}`, search),
        )
      }
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
