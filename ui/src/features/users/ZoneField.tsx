/** The time zone: one of the service's, those of the chosen country first. */
import { Button, type ComboboxParsedItem, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasWords } from '@/format/words';
import type { UserChoices } from '@/ipc/generated/contract';
import classes from './UserPanel.module.css';
import { zonesInOrder, zonesOfCountry } from './zones';

/** More hints than these are a list of their own. */
const HINTS = 3;

interface Props {
  value: string;
  country: string;
  choices: UserChoices | undefined;
  /** What can be chosen is still to come: what is typed before would be lost with the field. */
  isWaiting: boolean;
  error: string | null;
  onChange(timeZone: string): void;
}

export function ZoneField({ value, country, choices, isWaiting, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const { t: tFields } = useTranslation('fields');
  const zones = choices?.timeZones ?? {};
  const label = tFields('label.timeZone');
  const ofCountry = zonesOfCountry(country);
  const isTold = Object.keys(zones).length > 0;
  const { suggested, others } = zonesInOrder(zones, ofCountry);
  const hints = value === '' ? (isTold ? suggested : ofCountry).slice(0, HINTS) : [];
  const itemOf = (zone: string) => ({ value: zone, label: labelOf(zone, zones[zone]) });
  // What the service has stays as it came, though its own list lacks it.
  const known = value && !(value in zones) ? [value, ...others] : others;
  return (
    <>
      {isTold ? (
        <Select
          size="xs"
          required
          searchable
          limit={100}
          label={label}
          placeholder={t('who.find')}
          nothingFoundMessage={t('who.nothing')}
          error={error}
          data={[
            { group: t('who.suggested'), items: suggested.map(itemOf) },
            { group: t('who.others'), items: known.map(itemOf) },
          ].filter(({ items }) => items.length > 0)}
          filter={({ options, search }) =>
            options.flatMap((option): ComboboxParsedItem<string>[] => {
              if (!('items' in option)) return [option];
              const items = option.items.filter(
                (item) =>
                  typeof item === 'object' && hasWords(`${item.label} ${item.value}`, search),
              );
              return items.length > 0 ? [{ ...option, items }] : [];
            })
          }
          value={value || null}
          onChange={(next) => onChange(next ?? '')}
        />
      ) : (
        <TextInput
          size="xs"
          required
          disabled={isWaiting}
          label={label}
          error={error}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {hints.length > 0 && (
        <div className={classes.quick}>
          {hints.map((zone) => (
            <Button key={zone} size="compact-xs" variant="light" onClick={() => onChange(zone)}>
              {t('who.useZone', { zone })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** The service's description, which may be no more than the key. */
function labelOf(key: string, description: string | undefined): string {
  const isKey = !description || description.replaceAll(' ', '_') === key;
  return !isKey ? `${description} · ${key}` : key;
}
