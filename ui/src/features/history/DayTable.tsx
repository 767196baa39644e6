/** The sums of each day, and of all. */
import { useTranslation } from 'react-i18next';
import { endOfDay, startOfDay } from '@/format/days';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys, Sums } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { MomentTable } from './MomentTable';
import { secondsOf } from './moments';
import type { Playback } from './playback';
import { useDayWords } from './useDayWords';
import { linesOn, SUM_COLUMNS, useSumCells } from './useSumCells';

interface Props {
  playback: Playback;
  journeys: Journeys;
  onDay(day: string): void;
}

export function DayTable({ journeys: { days, total, alerts }, onDay, playback }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useDayWords();
  const cells = useSumCells();
  if (days.length === 0) return <p className={classes.text}>{t('tables.none.days')}</p>;
  const hasTemperature = total.lowestTemperatureC !== null;
  const lines = linesOn(total);
  const sums = (of: Sums, raised: number) => [
    ...cells.all(of),
    ...(hasTemperature ? [cells.temperatures(of)] : []),
    formats.count(raised),
    ...cells.inputs(lines, of),
  ];
  const numbers = [
    ...SUM_COLUMNS,
    ...(hasTemperature ? (['temperature'] as const) : []),
    'alerts',
  ] as const;
  return (
    <MomentTable
      playback={playback}
      label={t('calendar')}
      columns={[
        { title: t('column.day') },
        ...numbers.map((name) => cells.number(t(`column.${name}`))),
        ...cells.inputTitles(lines),
      ]}
      rows={days.map(({ day, sums: of, alerts: raised }) => ({
        key: day,
        name: words.date(day),
        action: t('tables.showDay'),
        onChoose: () => onDay(day),
        span: [secondsOf(startOfDay(day) ?? ''), secondsOf(endOfDay(day) ?? '')] as const,
        cells: sums(of, raised),
      }))}
      total={sums(total, alerts.length)}
    />
  );
}
