/** Trips, stops and days as tables, and how much they can be relied on. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys } from '@/ipc/generated/contract';
import { DayTable } from './DayTable';
import { Reliance } from './Reliance';
import { StopTable } from './StopTable';
import { TripTable } from './TripTable';
import tables from './tables.module.css';

interface Props {
  journeys: Journeys;
  onTrip(number: number): void;
  onStop(number: number): void;
  onDay(day: string): void;
}

export function JourneyTables({ journeys, onTrip, onStop, onDay }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { trips, stops, days } = journeys;
  const counts = { trips: trips.length, stops: stops.length, days: days.length };
  return (
    <section className={tables.tables} aria-label={t('tables.label')}>
      <Tabs defaultValue="trips" keepMounted={false}>
        <Tabs.List aria-label={t('tables.label')}>
          {(['trips', 'stops', 'days'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tables.${tab}`, { total: formats.count(counts[tab]) })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="trips" pt="xs">
          <TripTable journeys={journeys} onTrip={onTrip} />
        </Tabs.Panel>
        <Tabs.Panel value="stops" pt="xs">
          <StopTable stops={stops} onStop={onStop} />
        </Tabs.Panel>
        <Tabs.Panel value="days" pt="xs">
          <DayTable journeys={journeys} onDay={onDay} />
        </Tabs.Panel>
      </Tabs>
      <Reliance journeys={journeys} />
    </section>
  );
}
