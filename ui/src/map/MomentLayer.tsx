/** A vehicle that is shown as it went: moved frame by frame, past React. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useLayoutEffect } from 'react';
import { addIcons, vehicleIcon } from './icons';
import { useMap } from './MapContext';
import { type Points, useMapLayers } from './useMapLayers';

/** Where it is now. */
export interface MovingPoint {
  latitude: number;
  longitude: number;
  courseDeg: number | null;
  /** Nothing is known of now: it is shown pale where it was last. */
  isInGap: boolean;
}

interface Props {
  subscribe(listener: () => void): () => void;
  /** Keep it the same for as long as the same route is shown. */
  read(): MovingPoint | null;
  /** Whether the map goes with it. */
  isFollowed: boolean;
}

const SOURCE = 'moment';
const NOTHING: Points = { type: 'FeatureCollection', features: [] };

/** The map is moved when less than this share of it lies between the vehicle and an edge. */
const MARGIN = 0.2;
const MOVE_MS = 350;

export function MomentLayer({ subscribe, read, isFollowed }: Props) {
  const { map, scheme } = useMap();
  useLayoutEffect(() => addIcons(map, scheme), [map, scheme]);
  useMapLayers(SOURCE, NOTHING, [
    {
      id: 'moment',
      type: 'symbol',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': 1.15,
        'icon-rotate': ['get', 'turn'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': ['case', ['get', 'pale'], 0.45, 1] },
    },
  ]);

  useEffect(() => {
    const show = () => {
      const point = read();
      map.getSource<GeoJSONSource>(SOURCE)?.setData(point ? featureOf(point) : NOTHING);
      if (point && isFollowed) goWith(map, point);
    };
    show();
    return subscribe(show);
  }, [map, subscribe, read, isFollowed]);
  return null;
}

function featureOf({ latitude, longitude, courseDeg, isInGap }: MovingPoint): Points {
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: {
          icon: vehicleIcon('moving', courseDeg !== null),
          turn: courseDeg ?? 0,
          pale: isInGap,
        },
      },
    ],
  };
}

function goWith(map: MapLibreMap, { longitude, latitude }: MovingPoint): void {
  if (map.isMoving()) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = map.project([longitude, latitude]);
  const isAtEdge = (at: number, length: number) =>
    at < length * MARGIN || at > length * (1 - MARGIN);
  if (!isAtEdge(x, clientWidth) && !isAtEdge(y, clientHeight)) return;
  map.easeTo({ center: [longitude, latitude], duration: MOVE_MS });
}
