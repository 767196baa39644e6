/** The route on the map, with its stops, its ends, and the vehicle at the moment. */
import { type Ref, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { Journeys, RouteView } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import { MapCanvas } from '@/map/MapCanvas';
import type { MovingPoint } from '@/map/MomentLayer';
import { cornersOfRoute } from '@/map/routes';
import type { EndMark, StopMark } from '@/map/StopLayer';
import { speedLimits } from '@/map/speedClasses';
import type { MapOpening } from '@/map/useMapLibre';
import classes from './history.module.css';
import type { Playback } from './playback';
import { RouteLayers } from './RouteLayers';
import { SpeedLegend } from './SpeedLegend';
import { CLOSEST_ZOOM, PADDING_PX, type Reached } from './useRouteFit';
import type { Part } from './useRoutes';

interface Props {
  ref: Ref<HTMLElement>;
  /** Which device and days are shown. */
  subject: string;
  whole: RouteView;
  /** The whole, or a part of it in more detail. */
  shown: RouteView;
  journeys: Journeys | undefined;
  focus: Part | null;
  playback: Playback;
  read(): MovingPoint | null;
  isFollowed: boolean;
  onStop(number: number): void;
  onEscape(): void;
}

export function RouteMap(props: Props) {
  const { whole, shown, journeys, onEscape } = props;
  const { t } = useTranslation('history');
  const formats = useFormats();
  const { units } = useSettings();
  const first = useRef(whole);
  const opensAt = useMemo<MapOpening>(() => {
    const corners = cornersOfRoute(first.current);
    const fitBoundsOptions = { padding: PADDING_PX, maxZoom: CLOSEST_ZOOM };
    return corners ? { bounds: corners, fitBoundsOptions } : {};
  }, []);
  const stops = useMemo(
    () =>
      (journeys?.stops ?? []).map(
        ({ number, start, durationS }): StopMark => ({
          number,
          latitude: start.latitude,
          longitude: start.longitude,
          label: formats.duration(durationS * 1000),
        }),
      ),
    [journeys, formats],
  );
  const ends = useMemo(() => {
    const at = (place: number, label: string): EndMark[] => {
      const [latitude, longitude] = [whole.latitudes[place], whole.longitudes[place]];
      return latitude === undefined || longitude === undefined
        ? []
        : [{ latitude, longitude, label }];
    };
    const last = whole.atS.length - 1;
    return last < 1 ? [] : [...at(0, t('map.start')), ...at(last, t('map.end'))];
  }, [whole, t]);
  /** What the map was moved to; outlives a change of style. */
  const reached = useRef<Reached | null>(null);

  return (
    <section ref={props.ref} className={classes.mapPart} aria-label={t('map.title')}>
      <div className={classes.map}>
        <MapCanvas units={units} opensAt={opensAt} onEscape={onEscape}>
          <RouteLayers
            subject={props.subject}
            shown={shown}
            focus={props.focus}
            playback={props.playback}
            read={props.read}
            isFollowed={props.isFollowed}
            onStop={props.onStop}
            limits={speedLimits(units)}
            stops={stops}
            ends={ends}
            reached={reached}
          />
        </MapCanvas>
      </div>
      <div className={classes.line}>
        <SpeedLegend route={shown} limits={speedLimits(units)} />
        <p className={classes.hint}>
          {shown.fixes > shown.atS.length &&
            t('map.simplified', {
              shown: formats.count(shown.atS.length),
              total: formats.count(shown.fixes),
            })}
        </p>
      </div>
    </section>
  );
}
