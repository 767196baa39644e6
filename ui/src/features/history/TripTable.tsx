/** The trips. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys, Sums } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { MomentTable } from './MomentTable';
import { secondsOf } from './moments';
import type { Playback } from './playback';
import { linesOn, useSumCells } from './useSumCells';

interface Props {
  playback: Playback;
  journeys: Journeys;
  onTrip(number: number): void;
}

export function TripTable({ journeys: { trips, underWay, alerts }, onTrip, playback }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const cells = useSumCells();
  if (trips.length === 0) return <p className={classes.text}>{t('tables.none.trips')}</p>;
  const lines = linesOn(underWay);
  const hasTemperature = underWay.lowestTemperatureC !== null;
  const onTrips = alerts.filter(({ trip }) => trip !== null).length;
  const sums = (of: Sums, raised: number) => [
    formats.distance(of.distanceM),
    cells.duration(of.movingS),
    cells.duration(of.idlingS),
    cells.duration(of.standingS),
    cells.speed(of.topSpeedKmh),
    cells.speed(of.meanSpeedKmh),
    cells.percent(of.fuelUsedPercent),
    ...(hasTemperature ? [cells.temperatures(of)] : []),
    formats.count(raised),
    ...cells.inputs(lines, of),
  ];

  return (
    <MomentTable
      playback={playback}
      label={t('column.trips')}
      columns={[
        { title: t('column.trip') },
        { title: t('column.start') },
        { title: t('column.startPlace') },
        { title: t('column.end') },
        { title: t('column.endPlace') },
        cells.number(t('column.distance')),
        cells.number(t('column.moving')),
        cells.number(t('column.idling')),
        cells.number(t('column.standing')),
        cells.number(t('column.topSpeed')),
        cells.number(t('column.meanSpeed')),
        cells.number(t('column.fuelUsed')),
        ...(hasTemperature ? [cells.number(t('column.temperature'))] : []),
        cells.number(t('column.alerts')),
        ...cells.inputTitles(lines),
      ]}
      rows={trips.map((trip) => ({
        key: String(trip.number),
        name: formats.count(trip.number),
        action: t('tables.showTrip', { number: trip.number }),
        onChoose: () => onTrip(trip.number),
        span: [secondsOf(trip.start.at), secondsOf(trip.end.at)] as const,
        cells: [
          formats.moment(trip.start.at),
          cells.place(trip.start),
          formats.moment(trip.end.at),
          cells.place(trip.end),
          ...sums(trip.sums, trip.alerts),
        ],
      }))}
      total={['', '', '', '', ...sums(underWay, onTrips)]}
    />
  );
}
