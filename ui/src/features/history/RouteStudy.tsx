/** The known days, looked at: map, playback, charts and tables around one moment. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '@/ipc/client';
import { ErrorNotice } from '@/ipc/ErrorNotice';
import type { EndView, HistoryQuery, Journeys, RouteView } from '@/ipc/generated/contract';
import { Charts } from './Charts';
import { ExportMenu } from './ExportMenu';
import classes from './history.module.css';
import { JourneyTables } from './JourneyTables';
import { placeAt, secondsOf } from './moments';
import { type Other, spanOf } from './others';
import { PlaybackBar } from './PlaybackBar';
import { createPlayback, type Playback } from './playback';
import { RouteMap } from './RouteMap';
import { OtherTable } from './Together';
import type { useLook } from './useLook';
import type { useRoutes } from './useRoutes';

interface Props {
  query: HistoryQuery;
  /** Devices that are shown beside it. */
  others: readonly Other[];
  onOther(id: string): void;
  /** Which device and days. */
  subject: string;
  whole: RouteView;
  shown: RouteView;
  look: ReturnType<typeof useLook>;
  routes: ReturnType<typeof useRoutes>;
  journeys: Journeys | undefined;
  journeysError: CallError | null;
  onJourneysAgain(): void;
  onDay(day: string): void;
}

/** A playback for each device and its days, over all that is known of them and of those beside it. */
function usePlaybackOf(subject: string, [from, to]: readonly [number, number]): Playback {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject begins anew.
  const playback = useMemo(() => createPlayback(), [subject]);
  useEffect(() => playback.setSpan(from, to), [playback, from, to]);
  useEffect(() => () => playback.pause(), [playback]);
  return playback;
}

export function RouteStudy(props: Props) {
  const { query, subject, whole, shown, look, routes, journeys, journeysError } = props;
  const { t } = useTranslation('history');
  const { others } = props;
  const span = useMemo(() => spanOf([whole, ...others.map(({ route }) => route)]), [whole, others]);
  const playback = usePlaybackOf(subject, span);
  const [isFollowed, setFollowed] = useState(false);

  const routeAt = useCallback(
    (moment: number) => {
      const [from, to] = [shown.atS[0], shown.atS.at(-1)];
      const isWithin = from !== undefined && to !== undefined && moment >= from && moment <= to;
      return isWithin ? shown : whole;
    },
    [shown, whole],
  );
  const read = useCallback(() => {
    const moment = playback.moment();
    return placeAt(routeAt(moment), moment);
  }, [playback, routeAt]);

  const { showOnMap } = look;
  const map = useRef<HTMLElement>(null);
  const show = (begin: EndView, end: EndView) => {
    const [from, to] = [secondsOf(begin.at), secondsOf(end.at)];
    playback.pause();
    playback.go(from);
    showOnMap({ from, to, ends: [begin, end] });
    // The tables stand far below it.
    map.current?.scrollIntoView({ block: 'nearest' });
  };
  const showTrip = (number: number) => {
    const trip = journeys?.trips.find((each) => each.number === number);
    if (trip) show(trip.start, trip.end);
  };
  const showStop = (number: number) => {
    const stop = journeys?.stops.find((each) => each.number === number);
    // Where it began: while it stood, it was there.
    if (stop) show(stop.start, stop.start);
  };
  const showAlert = (number: number) => {
    const alert = journeys?.alerts.find((each) => each.number === number);
    if (alert) show(alert.start, alert.start);
  };

  return (
    <>
      <RouteMap
        ref={map}
        subject={subject}
        whole={whole}
        shown={shown}
        others={others}
        journeys={journeys}
        focus={look.focus}
        playback={playback}
        read={read}
        isFollowed={isFollowed}
        onStop={showStop}
        onAlert={showAlert}
        onEscape={() => {
          playback.pause();
          setFollowed(false);
        }}
      />
      <PlaybackBar
        playback={playback}
        span={span}
        routeAt={routeAt}
        journeys={journeys}
        isFollowed={isFollowed}
        onFollow={setFollowed}
      />
      <Charts whole={whole} shown={shown} look={look} routes={routes} playback={playback} />
      {journeysError && (
        <ErrorNotice
          title={t('journeysFailed')}
          error={journeysError.body}
          onRetry={props.onJourneysAgain}
        />
      )}
      {journeys && (
        <>
          {others.length > 0 && (
            <OtherTable journeys={journeys} others={others} onDevice={props.onOther} />
          )}
          <div className={classes.export}>
            <ExportMenu query={query} name={journeys.device.name} />
          </div>
          <JourneyTables
            playback={playback}
            journeys={journeys}
            onTrip={showTrip}
            onStop={showStop}
            onDay={props.onDay}
            onAlert={showAlert}
          />
        </>
      )}
    </>
  );
}
