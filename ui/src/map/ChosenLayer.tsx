/** The vehicles that are chosen in the list: a ring below the sign of each. */
import { useMemo } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';
import { type Scheme, useMap } from './MapContext';
import { pointsAt } from './PointLayer';
import { useMapLayers } from './useMapLayers';

const RING: Readonly<Record<Scheme, string>> = { light: '#17767d', dark: '#79d3da' };

export function ChosenLayer({ vehicles }: { vehicles: readonly Vehicle[] }) {
  const { scheme } = useMap();
  const features = useMemo(() => pointsAt(vehicles), [vehicles]);
  useMapLayers('chosen', features, [
    {
      id: 'chosen-rings',
      type: 'circle',
      paint: {
        'circle-radius': 15,
        'circle-color': RING[scheme],
        'circle-opacity': 0.2,
        'circle-stroke-color': RING[scheme],
        'circle-stroke-width': 2.5,
      },
    },
  ]);
  return null;
}
