/** A point that a person named: a target on the map, at every zoom. */
import { useMemo } from 'react';
import type { Position } from '@/ipc/generated/contract';
import { type Scheme, useMap } from './MapContext';
import { type Points, useMapLayers } from './useMapLayers';

const INK: Readonly<Record<Scheme, string>> = { light: '#a8120c', dark: '#ff9d94' };
const HALO: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#14181d' };

export function PointLayer({ position }: { position: Position | null }) {
  const { scheme } = useMap();
  const features = useMemo<Points>(() => pointsAt(position ? [position] : []), [position]);
  useMapLayers('point', features, [
    {
      id: 'point-halo',
      type: 'circle',
      paint: {
        'circle-radius': 13,
        'circle-opacity': 0,
        'circle-stroke-color': HALO[scheme],
        'circle-stroke-width': 6,
      },
    },
    {
      id: 'point-ring',
      type: 'circle',
      paint: {
        'circle-radius': 14,
        'circle-opacity': 0,
        'circle-stroke-color': INK[scheme],
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'point-middle',
      type: 'circle',
      paint: {
        'circle-radius': 3.5,
        'circle-color': INK[scheme],
        'circle-stroke-color': HALO[scheme],
        'circle-stroke-width': 2,
      },
    },
  ]);
  return null;
}

export function pointsAt(positions: readonly Position[]): Points {
  return {
    type: 'FeatureCollection',
    features: positions.map(({ latitude, longitude }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: {},
    })),
  };
}
