/** The sums of each day, and of all. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys, Sums } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { JourneyTable } from './JourneyTable';
import { useDayWords } from './useDayWords';
import { linesOn, useSumCells } from './useSumCells';

interface Props {
  journeys: Journeys;
  onDay(day: string): void;
}

export function DayTable({ journeys: { days, total }, onDay }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useDayWords();
  const cells = useSumCells();
  if (days.length === 0) return <p className={classes.text}>{t('tables.none.days')}</p>;
  const hasTemperature = total.lowestTemperatureC !== null;
  const lines = linesOn(total);
  const sums = (of: Sums) => [
    formats.count(of.trips),
    formats.count(of.stops),
    formats.distance(of.distanceM),
    cells.duration(of.movingS),
    cells.duration(of.idlingS),
    cells.duration(of.standingS),
    cells.speed(of.topSpeedKmh),
    cells.speed(of.meanSpeedKmh),
    cells.percent(of.fuelUsedPercent),
    ...(hasTemperature ? [cells.temperatures(of)] : []),
    ...cells.inputs(lines, of),
  ];
  const numbers = [
    'trips',
    'stops',
    'distance',
    'moving',
    'idling',
    'standing',
    'topSpeed',
    'meanSpeed',
    'fuelUsed',
    ...(hasTemperature ? (['temperature'] as const) : []),
  ] as const;
  return (
    <JourneyTable
      label={t('calendar')}
      columns={[
        { title: t('column.day') },
        ...numbers.map((name) => cells.number(t(`column.${name}`))),
        ...cells.inputTitles(lines),
      ]}
      rows={days.map(({ day, sums: of }) => ({
        key: day,
        name: words.date(day),
        action: t('tables.showDay'),
        onChoose: () => onDay(day),
        cells: sums(of),
      }))}
      total={sums(total)}
    />
  );
}
