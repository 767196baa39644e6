/** The layers of the route, in their order, and what says in words what is drawn. */
import { type RefObject, useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import type { RouteView } from '@/ipc/generated/contract';
import { AlertLayer, type AlertMark } from '@/map/AlertLayer';
import { useMap } from '@/map/MapContext';
import { MapControls } from '@/map/MapControls';
import { MomentLayer, type MovingPoint } from '@/map/MomentLayer';
import { OtherRoutesLayer, type OtherVehicle } from '@/map/OtherRoutesLayer';
import { RouteLayer } from '@/map/RouteLayer';
import type { Colouring } from '@/map/routes';
import { type EndMark, StopLayer, type StopMark } from '@/map/StopLayer';
import { placeAt } from './moments';
import type { Part } from './part';
import type { Playback } from './playback';
import { type Reached, useRouteFit } from './useRouteFit';

interface Props {
  subject: string;
  shown: RouteView;
  /** Those that are shown beside it. */
  vehicles: readonly OtherVehicle[];
  focus: Part | null;
  colouring: Colouring;
  stops: readonly StopMark[];
  ends: readonly EndMark[];
  /** In the order of their numbers. */
  alerts: readonly AlertMark[];
  playback: Playback;
  read(): MovingPoint | null;
  isFollowed: boolean;
  reached: RefObject<Reached | null>;
  onStop(number: number): void;
  /** By its number, from 1. */
  onAlert(number: number): void;
}

export function RouteLayers(props: Props) {
  const {
    subject,
    shown,
    vehicles,
    focus,
    colouring,
    stops,
    ends,
    alerts,
    playback,
    read,
    reached,
  } = props;
  const { t } = useTranslation('history');
  const { map } = useMap();
  const all = useMemo(() => [shown, ...vehicles.map(({ route }) => route)], [shown, vehicles]);
  const fit = useRouteFit({ map, route: shown, all, subject, focus, reached });
  const readOf = useCallback(
    ({ route }: OtherVehicle) => placeAt(route, playback.moment()),
    [playback],
  );

  // What the map shows, for those who cannot look at its pixels.
  useEffect(() => {
    const { dataset } = map.getContainer();
    dataset.routePoints = String(shown.atS.length);
    dataset.stops = String(stops.length);
    dataset.alerts = String(alerts.length);
  }, [map, shown, stops, alerts]);
  useEffect(() => {
    const tell = () => {
      const point = read();
      map.getContainer().dataset.momentAt = point ? coordinatesText(point) : '';
    };
    tell();
    return playback.subscribe(tell);
  }, [map, playback, read]);

  return (
    <>
      <OtherRoutesLayer vehicles={vehicles} subscribe={playback.subscribe} readOf={readOf} />
      <RouteLayer route={shown} colouring={colouring} />
      <StopLayer stops={stops} ends={ends} onStop={props.onStop} />
      <AlertLayer marks={alerts} onOpen={(place) => props.onAlert(place + 1)} />
      <MomentLayer subscribe={playback.subscribe} read={read} isFollowed={props.isFollowed} />
      <MapControls fitLabel={t('map.fit')} onFit={fit} />
    </>
  );
}
