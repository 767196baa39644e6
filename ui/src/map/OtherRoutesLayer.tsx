/** Routes of further vehicles, each in its dashes with its name along it, and where each is at the moment. */
import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource } from 'maplibre-gl';
import { useEffect, useMemo } from 'react';
import type { RouteView } from '@/ipc/generated/contract';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { useMap } from './MapContext';
import type { MovingPoint } from './MomentLayer';
import { OTHER_COLOURS, OTHER_DASHES } from './otherRoutes';
import { routeFeatures } from './routes';
import { type Points, useMapLayers } from './useMapLayers';

/** A vehicle beside the one that is looked at. */
export interface OtherVehicle {
  name: string;
  route: RouteView;
}

interface Props {
  vehicles: readonly OtherVehicle[];
  subscribe(listener: () => void): () => void;
  /** Where one of them is now. */
  readOf(vehicle: OtherVehicle): MovingPoint | null;
}

const SOURCE = 'other-routes';
const MOMENTS = 'other-moments';
const WIDTH_PX = 3;
const NOTHING: Points = { type: 'FeatureCollection', features: [] };

function lines(vehicles: readonly OtherVehicle[]): FeatureCollection {
  const of = ({ route, name }: OtherVehicle, place: number) => {
    // One line between gaps, whatever was measured.
    const values = route.atS.map(() => 0);
    return routeFeatures(route, { by: 'value', values, limits: [] }).features.map((line) => ({
      ...line,
      properties: { place, name },
    }));
  };
  return { type: 'FeatureCollection', features: vehicles.flatMap(of) };
}

export function OtherRoutesLayer({ vehicles, subscribe, readOf }: Props) {
  const { map, scheme } = useMap();
  const features = useMemo(() => lines(vehicles), [vehicles]);
  const { text, halo } = LABEL_PAINT[scheme];
  const colours = OTHER_COLOURS[scheme];
  const byPlace = colours.flatMap((colour, place) => [place, colour]);
  const colour = ['match', ['get', 'place'], ...byPlace, text] as unknown as string;
  const name = { 'text-font': LABEL_FONT, 'text-size': 12, 'text-field': ['get', 'name'] };
  const letters = { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 2 };
  useMapLayers(SOURCE, features, [
    ...OTHER_DASHES.map((dash, place) => ({
      id: `other-route-${place}`,
      type: 'line' as const,
      filter: ['==', ['get', 'place'], place] as never,
      layout: { 'line-join': 'round' as const },
      paint: {
        'line-color': colours[place] ?? text,
        'line-width': WIDTH_PX,
        'line-dasharray': [...dash],
      },
    })),
    {
      id: 'other-route-names',
      type: 'symbol',
      layout: {
        ...(name as object),
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-padding': 6,
      },
      paint: letters,
    },
  ]);
  useMapLayers(MOMENTS, NOTHING, [
    {
      id: 'other-moments',
      type: 'circle',
      paint: {
        'circle-radius': 7,
        'circle-color': colour,
        'circle-stroke-color': halo,
        'circle-stroke-width': 2,
        'circle-opacity': ['case', ['get', 'pale'], 0.45, 1],
      },
    },
    {
      id: 'other-moment-names',
      type: 'symbol',
      layout: {
        ...(name as object),
        'text-anchor': 'left',
        'text-offset': [0.9, 0],
        'text-allow-overlap': true,
      },
      paint: letters,
    },
  ]);

  useEffect(() => {
    const show = () => {
      const points = vehicles.flatMap((vehicle, place) => {
        const point = readOf(vehicle);
        return point ? [featureOf(point, place, vehicle.name)] : [];
      });
      map
        .getSource<GeoJSONSource>(MOMENTS)
        ?.setData({ type: 'FeatureCollection', features: points });
      map.getContainer().dataset.otherVehicles = String(points.length);
    };
    show();
    return subscribe(show);
  }, [map, vehicles, subscribe, readOf]);
  return null;
}

function featureOf(
  { latitude, longitude, isInGap }: MovingPoint,
  place: number,
  name: string,
): Points['features'][number] {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { place, name, pale: isInGap },
  };
}
