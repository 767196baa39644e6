/** The selected vehicle: a ring around it and its name, at every zoom. */
import { useMemo } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { type Scheme, useMap } from './MapContext';
import { type Points, useMapLayers } from './useMapLayers';

const RING: Readonly<Record<Scheme, string>> = { light: '#0b5fd0', dark: '#7db8ff' };

export function SelectionLayer({ vehicle }: { vehicle: Vehicle | null }) {
  const { scheme } = useMap();
  const features = useMemo<Points>(
    () => ({
      type: 'FeatureCollection',
      features: vehicle
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [vehicle.longitude, vehicle.latitude] },
              properties: { name: vehicle.name },
            },
          ]
        : [],
    }),
    [vehicle],
  );
  const { text, halo } = LABEL_PAINT[scheme];

  useMapLayers('selection', features, [
    {
      id: 'selection-ring',
      type: 'circle',
      paint: {
        'circle-radius': 19,
        'circle-color': RING[scheme],
        'circle-opacity': 0.12,
        'circle-stroke-color': RING[scheme],
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'selection-name',
      type: 'symbol',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': 13.5,
        'text-anchor': 'top',
        'text-offset': [0, 1.6],
        'text-max-width': 14,
        // Drawn whatever is there; other names give way to it.
        'text-allow-overlap': true,
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ]);
  return null;
}
