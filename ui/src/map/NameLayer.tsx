/**
 * The names of vehicles, from close by. They give way to signs and to each other, those of vehicles that
 * need attention last. Stands below the layers with the signs: what lies above has its place first.
 */
import { useMemo } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';
import { nameFeatures } from './features';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { useMap } from './MapContext';
import { useMapLayers } from './useMapLayers';

/** From this zoom on there is room for names. */
const NAMES_FROM_ZOOM = 13;

interface Props {
  vehicles: readonly Vehicle[];
  selected: string | null;
}

export function NameLayer({ vehicles, selected }: Props) {
  const { scheme } = useMap();
  const features = useMemo(() => nameFeatures(vehicles, selected), [vehicles, selected]);
  const { text, halo } = LABEL_PAINT[scheme];
  useMapLayers('vehicle-names', features, [
    {
      id: 'vehicle-names',
      type: 'symbol',
      minzoom: NAMES_FROM_ZOOM,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.15,
        'text-justify': 'auto',
        'text-max-width': 12,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ]);
  return null;
}
