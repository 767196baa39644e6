/** Which vehicle, and which days. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DeviceSelect } from '@/format/DeviceSelect';
import type { DeviceRef } from '@/ipc/generated/contract';
import { type DayRange, lengthOf, neighbour, shifted } from './dayRange';
import classes from './history.module.css';
import { RangeFields } from './RangeFields';

interface Props {
  device: string | null;
  /** What is known of it. */
  known: DeviceRef | null;
  range: DayRange;
  today: string;
  onDevice(id: string): void;
  onRange(range: DayRange): void;
}

export function Choosing({ device, known, range, today, onDevice, onRange }: Props) {
  const { t } = useTranslation('history');
  return (
    <section className={classes.choosing} aria-label={t('choose')}>
      <DeviceSelect
        label={t('device')}
        placeholder={t('devicePlaceholder')}
        nothingFound={t('deviceNothing')}
        failed={t('devicesFailed')}
        value={device ?? ''}
        known={known}
        className={classes.picker}
        onChange={onDevice}
      />
      <RangeFields range={range} today={today} onRange={onRange} />
      <Steps range={range} today={today} onRange={onRange} />
      <Presets range={range} today={today} onRange={onRange} />
    </section>
  );
}

type DaysProps = Pick<Props, 'range' | 'today' | 'onRange'>;

function Steps({ range, today, onRange }: DaysProps) {
  const { t } = useTranslation('history');
  const count = lengthOf(range);
  const [earlier, later] = [t('earlier', { count }), t('later', { count })];
  return (
    <div className={classes.steps}>
      <Tooltip label={earlier} openDelay={400}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={earlier}
          onClick={() => onRange(neighbour(range, -1, today))}
        >
          <IconChevronLeft size={17} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={later} openDelay={400}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={later}
          disabled={range.last >= today}
          onClick={() => onRange(neighbour(range, 1, today))}
        >
          <IconChevronRight size={17} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Presets({ range, today, onRange }: DaysProps) {
  const { t } = useTranslation('history');
  const yesterday = shifted(today, -1);
  const presets = {
    today: { first: today, last: today },
    yesterday: { first: yesterday, last: yesterday },
    week: { first: shifted(today, -6), last: today },
  };
  return (
    <fieldset className={classes.fieldset} aria-label={t('presets')}>
      <Button.Group>
        {(['today', 'yesterday', 'week'] as const).map((name) => {
          const { first, last } = presets[name];
          const isChosen = first === range.first && last === range.last;
          return (
            <Button
              key={name}
              size="xs"
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              onClick={() => onRange({ first, last })}
            >
              {t(`preset.${name}`)}
            </Button>
          );
        })}
      </Button.Group>
    </fieldset>
  );
}
