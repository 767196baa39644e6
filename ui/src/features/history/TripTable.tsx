/** The trips. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys, Sums } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { JourneyTable } from './JourneyTable';
import { linesOn, useSumCells } from './useSumCells';

interface Props {
  journeys: Journeys;
  onTrip(number: number): void;
}

export function TripTable({ journeys: { trips, total }, onTrip }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const cells = useSumCells();
  if (trips.length === 0) return <p className={classes.text}>{t('tables.none.trips')}</p>;
  const lines = linesOn(total);
  const sums = (of: Sums) => [
    formats.distance(of.distanceM),
    cells.duration(of.movingS),
    cells.duration(of.idlingS),
    cells.speed(of.topSpeedKmh),
    cells.speed(of.meanSpeedKmh),
    cells.percent(of.fuelUsedPercent),
    ...cells.inputs(lines, of),
  ];

  return (
    <JourneyTable
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
        cells.number(t('column.topSpeed')),
        cells.number(t('column.meanSpeed')),
        cells.number(t('column.fuelUsed')),
        ...cells.inputTitles(lines),
      ]}
      rows={trips.map((trip) => ({
        key: String(trip.number),
        name: formats.count(trip.number),
        action: t('tables.showTrip', { number: trip.number }),
        onChoose: () => onTrip(trip.number),
        cells: [
          formats.moment(trip.start.at),
          cells.place(trip.start),
          formats.moment(trip.end.at),
          cells.place(trip.end),
          ...sums(trip.sums),
        ],
      }))}
      total={['', '', '', '', ...sums(total)]}
    />
  );
}
