/** The first and the last day of a past, with a quick choice of usual ones. */
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type DayRange, dayFault, MOST_DAYS, shifted } from './scope';
import classes from './scope.module.css';

export type DayPreset = 'today' | 'yesterday' | 'week' | 'month';

interface Props {
  days: DayRange;
  today: string;
  presets: readonly DayPreset[];
  onChange(part: Partial<DayRange>): void;
}

function daysOf(preset: DayPreset, today: string): DayRange {
  const yesterday = shifted(today, -1);
  return {
    today: { first: today, last: today },
    yesterday: { first: yesterday, last: yesterday },
    week: { first: shifted(yesterday, -6), last: yesterday },
    month: { first: shifted(yesterday, -29), last: yesterday },
  }[preset];
}

export function DayFields({ days, today, presets, onChange }: Props) {
  const { t } = useTranslation('scope');
  const fault = dayFault(days, today);
  const error = fault && t(`fault.${fault}`, { most: MOST_DAYS });
  const field = (which: 'first' | 'last') => (
    <TextInput
      type="date"
      size="xs"
      label={t(which)}
      className={classes.dayField}
      max={today}
      value={days[which]}
      error={which === 'last' ? error : fault !== null}
      onChange={(event) => onChange({ [which]: event.currentTarget.value })}
    />
  );
  return (
    <>
      {field('first')}
      {field('last')}
      <fieldset className={classes.presets} aria-label={t('presets')}>
        <Button.Group>
          {presets.map((name) => {
            const { first, last } = daysOf(name, today);
            const isChosen = first === days.first && last === days.last;
            return (
              <Button
                key={name}
                size="xs"
                variant={isChosen ? 'filled' : 'default'}
                aria-pressed={isChosen}
                onClick={() => onChange({ first, last })}
              >
                {t(`preset.${name}`)}
              </Button>
            );
          })}
        </Button.Group>
      </fieldset>
    </>
  );
}
