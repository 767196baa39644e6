/** The route on the map, with its stops, its ends, and the vehicle at the moment. */
import { Select } from '@mantine/core';
import { type Ref, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { useAlertWords } from '@/format/useAlertWords';
import type { Journeys, RouteView } from '@/ipc/generated/contract';
import { useSettings } from '@/ipc/settings';
import type { AlertMark } from '@/map/AlertLayer';
import { MapCanvas } from '@/map/MapCanvas';
import type { MovingPoint } from '@/map/MomentLayer';
import type { OtherVehicle } from '@/map/OtherRoutesLayer';
import { cornersOfRoute } from '@/map/routes';
import type { EndMark, StopMark } from '@/map/StopLayer';
import type { MapOpening } from '@/map/useMapLibre';
import { type ColourBy, colouringOf, coloursOf } from './colouring';
import classes from './history.module.css';
import type { Other } from './others';
import type { Part } from './part';
import type { Playback } from './playback';
import { RouteLayers } from './RouteLayers';
import { RouteLegend } from './RouteLegend';
import { CLOSEST_ZOOM, PADDING_PX, type Reached } from './useRouteFit';

interface Props {
  ref: Ref<HTMLElement>;
  /** Which device and days are shown. */
  subject: string;
  whole: RouteView;
  /** The whole, or a part of it in more detail. */
  shown: RouteView;
  /** Devices that are shown beside it. */
  others: readonly Other[];
  journeys: Journeys | undefined;
  focus: Part | null;
  playback: Playback;
  read(): MovingPoint | null;
  isFollowed: boolean;
  onStop(number: number): void;
  onAlert(number: number): void;
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
  const alertWords = useAlertWords();
  const alerts = useMemo(
    () =>
      (journeys?.alerts ?? []).map(
        ({ start: { latitude, longitude }, code, text }): AlertMark => ({
          latitude,
          longitude,
          label: alertWords(code, text),
        }),
      ),
    [journeys, alertWords],
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
  const { others } = props;
  const vehicles = useMemo(
    () =>
      others.flatMap(({ device: { name }, route }): OtherVehicle[] =>
        route ? [{ name, route }] : [],
      ),
    [others],
  );
  const [wanted, setBy] = useState<ColourBy>('speed');
  const choices = useMemo(() => coloursOf(whole), [whole]);
  const by = choices.includes(wanted) ? wanted : 'speed';
  const colouring = useMemo(() => colouringOf(shown, by, units), [shown, by, units]);
  /** What the map was moved to; outlives a change of style. */
  const reached = useRef<Reached | null>(null);

  return (
    <section ref={props.ref} className={classes.mapPart} aria-label={t('map.title')}>
      <div className={classes.map}>
        <MapCanvas units={units} opensAt={opensAt} onEscape={onEscape}>
          <RouteLayers
            subject={props.subject}
            shown={shown}
            vehicles={vehicles}
            focus={props.focus}
            playback={props.playback}
            read={props.read}
            isFollowed={props.isFollowed}
            onStop={props.onStop}
            onAlert={props.onAlert}
            colouring={colouring}
            stops={stops}
            alerts={alerts}
            ends={ends}
            reached={reached}
          />
        </MapCanvas>
      </div>
      <div className={classes.line}>
        <ColourSelect choices={choices} by={by} onChoose={setBy} />
        <RouteLegend kind={by === 'trip' ? 'speed' : by} colouring={colouring} />
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

interface ColourProps {
  choices: readonly ColourBy[];
  by: ColourBy;
  onChoose(by: ColourBy): void;
}

function ColourSelect({ choices, by, onChoose }: ColourProps) {
  const { t } = useTranslation('history');
  return (
    <Select
      size="xs"
      className={classes.colours}
      aria-label={t('map.colourBy')}
      allowDeselect={false}
      data={choices.map((each) => ({
        value: each,
        label: each === 'trip' ? t('map.byTrip') : t('map.by', { name: t(`charts.${each}`) }),
      }))}
      value={by}
      onChange={(value) => {
        const chosen = choices.find((each) => each === value);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
