/** The kinds of alerts with how many there are of each; any of them can be chosen to be shown alone. */
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { AlertKindCount } from '@/ipc/generated/contract';
import classes from './alerts.module.css';
import { useCountedAlerts, useKindWords } from './words';

interface Props {
  kinds: readonly AlertKindCount[];
  /** Names; none for every kind. */
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

export function KindChips({ kinds, chosen, onChange }: Props) {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const alerts = useCountedAlerts();
  const words = useKindWords();
  const toggled = (name: string) =>
    chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name];
  return (
    <fieldset className={classes.kinds} aria-label={t('kinds')}>
      <Chip label={t('everyKind')} isOn={chosen.length === 0} onToggle={() => onChange([])} />
      {kinds.map(({ name, text, count }) => {
        const what = words.kind(name, text);
        return (
          <Chip
            key={name}
            label={`${what} · ${formats.count(count)}`}
            spoken={t('kind', { what, alerts: alerts(count) })}
            isOn={chosen.includes(name)}
            onToggle={() => onChange(toggled(name))}
          />
        );
      })}
    </fieldset>
  );
}

interface ChipProps {
  label: string;
  spoken?: string;
  isOn: boolean;
  onToggle(): void;
}

function Chip({ label, spoken, isOn, onToggle }: ChipProps) {
  return (
    <Button
      size="compact-sm"
      radius="xl"
      variant={isOn ? 'filled' : 'default'}
      aria-label={spoken}
      aria-pressed={isOn}
      leftSection={isOn ? <IconCheck size={13} aria-hidden /> : undefined}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}
