/** Trips, stops, days and alerts as tables, and how much they can be relied on. */
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys } from '@/ipc/generated/contract';
import { AlertsTable } from './AlertsTable';
import { DayTable } from './DayTable';
import type { Playback } from './playback';
import { Reliance } from './Reliance';
import { StopTable } from './StopTable';
import { TripTable } from './TripTable';
import tables from './tables.module.css';

interface Props {
  playback: Playback;
  journeys: Journeys;
  onTrip(number: number): void;
  onStop(number: number): void;
  onDay(day: string): void;
  onAlert(number: number): void;
}

export function JourneyTables({ playback, journeys, onTrip, onStop, onDay, onAlert }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { trips, stops, days, alerts } = journeys;
  const counts = {
    trips: trips.length,
    stops: stops.length,
    days: days.length,
    alerts: alerts.length,
  };
  return (
    <section className={tables.tables} aria-label={t('tables.label')}>
      <Tabs defaultValue="trips" keepMounted={false}>
        <Tabs.List aria-label={t('tables.label')}>
          {(['trips', 'stops', 'days', 'alerts'] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tables.${tab}`, { total: formats.count(counts[tab]) })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="trips" pt="xs">
          <TripTable playback={playback} journeys={journeys} onTrip={onTrip} />
        </Tabs.Panel>
        <Tabs.Panel value="stops" pt="xs">
          <StopTable playback={playback} stops={stops} onStop={onStop} />
        </Tabs.Panel>
        <Tabs.Panel value="days" pt="xs">
          <DayTable playback={playback} journeys={journeys} onDay={onDay} />
        </Tabs.Panel>
        <Tabs.Panel value="alerts" pt="xs">
          <AlertsTable playback={playback} alerts={alerts} onAlert={onAlert} />
        </Tabs.Panel>
      </Tabs>
      <Reliance journeys={journeys} />
    </section>
  );
}
