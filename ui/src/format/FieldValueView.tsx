/** What a field of a group or a user holds, as a reader understands it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, FieldValue } from '@/ipc/generated/contract';
import { countryName } from './country';
import { useFormats } from './FormatProvider';

interface Props {
  field: Field;
  value: FieldValue;
}

export function FieldValueView({ field, value }: Props): ReactNode {
  const { t } = useTranslation('fields');
  const formats = useFormats();
  switch (value.kind) {
    case 'none':
      return t(field === 'expires' ? 'never' : 'empty');
    case 'text':
      return <Text field={field} text={value.text} />;
    case 'flag':
      return t(value.on ? 'yes' : 'no');
    case 'moment':
      return <time dateTime={value.at}>{formats.moment(value.at)}</time>;
    case 'number':
      return formats.count(value.number);
    case 'texts':
      return value.texts.length === 0 ? t('empty') : <Lines lines={value.texts} />;
    case 'pairs': {
      const lines = Object.entries(value.pairs).map(([name, text]) => `${name}: ${text}`);
      return lines.length === 0 ? t('empty') : <Lines lines={lines} />;
    }
    case 'group':
      return <bdi>{value.isKnown ? value.name : t('noSuchGroup', { name: value.name })}</bdi>;
    case 'device':
      return <bdi>{deviceText(value.device, (name) => t('unlisted', { name }))}</bdi>;
    case 'devices':
      return t('devices', { count: value.count, total: formats.count(value.count) });
  }
}

/** A device by its name, and whether it is one that the account's list has. */
export function deviceText(
  { name, isListed }: { name: string; isListed: boolean },
  unlisted: (name: string) => string,
): string {
  return isListed ? name : unlisted(name);
}

function Text({ field, text }: { field: Field; text: string }) {
  const { t } = useTranslation('fields');
  const { locale } = useFormats();
  if (text === '') return t('empty');
  const country = field === 'country' ? countryName(locale, text) : null;
  return <bdi>{country ?? text}</bdi>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <div key={line}>
      <bdi>{line}</bdi>
    </div>
  ));
}
