/** The stops. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { StopView } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { MomentTable } from './MomentTable';
import { secondsOf } from './moments';
import type { Playback } from './playback';
import { useSumCells } from './useSumCells';

interface Props {
  playback: Playback;
  stops: readonly StopView[];
  onStop(number: number): void;
}

export function StopTable({ stops, onStop, playback }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const cells = useSumCells();
  if (stops.length === 0) return <p className={classes.text}>{t('tables.none.stops')}</p>;
  const sum = (read: (stop: StopView) => number) =>
    cells.duration(stops.reduce((all, stop) => all + read(stop), 0));
  return (
    <MomentTable
      playback={playback}
      label={t('column.stops')}
      columns={[
        { title: t('column.number') },
        { title: t('column.start') },
        { title: t('column.end') },
        { title: t('column.place') },
        cells.number(t('column.duration')),
        cells.number(t('column.idling')),
      ]}
      rows={stops.map((stop) => ({
        key: String(stop.number),
        name: formats.count(stop.number),
        action: t('tables.showStop', { number: stop.number }),
        onChoose: () => onStop(stop.number),
        span: [secondsOf(stop.start.at), secondsOf(stop.until)] as const,
        cells: [
          formats.moment(stop.start.at),
          formats.moment(stop.until),
          cells.place(stop.start),
          cells.duration(stop.durationS),
          cells.duration(stop.idlingS),
        ],
      }))}
      total={['', '', '', sum((stop) => stop.durationS), sum((stop) => stop.idlingS)]}
    />
  );
}
