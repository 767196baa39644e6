/** Vehicles that stand alone, each with the sign of its status; their names appear from close by. */
import { useLayoutEffect, useMemo } from 'react';
import { useNow } from '@/format/FormatProvider';
import type { Vehicle } from '@/ipc/generated/contract';
import { vehicleFeatures } from './features';
import { addIcons, CRITICAL_ICON } from './icons';
import { LABEL_FONT } from './labels';
import { type Scheme, useMap } from './MapContext';
import { useLayerPointer, useMapLayers } from './useMapLayers';

const SIGNS = 'vehicles';

/** From this zoom on there is room for names. */
const NAMES_FROM_ZOOM = 13;

/** Fading goes in steps of an hour at the least; asking the time more often would redraw for nothing. */
const FADE_STEP_MS = 60_000;

export const LABEL_PAINT: Readonly<Record<Scheme, { text: string; halo: string }>> = {
  light: { text: '#1b232c', halo: '#ffffff' },
  dark: { text: '#eef2f6', halo: '#14181d' },
};

interface Props {
  vehicles: readonly Vehicle[];
  selected: string | null;
  onSelect(id: string): void;
  /** Where the pointer rests; null when it leaves. */
  onHover(id: string | null): void;
}

export function VehicleLayer({ vehicles, selected, onSelect, onHover }: Props) {
  const { map, scheme } = useMap();
  const now = useNow(FADE_STEP_MS);
  const features = useMemo(
    () => vehicleFeatures(vehicles, selected, now),
    [vehicles, selected, now],
  );
  const { text, halo } = LABEL_PAINT[scheme];

  useLayoutEffect(() => addIcons(map, scheme), [map, scheme]);

  useMapLayers('vehicles', features, [
    {
      id: SIGNS,
      type: 'symbol',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-rotate': ['get', 'turn'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': ['get', 'opacity'] },
    },
    {
      id: 'vehicle-critical',
      type: 'symbol',
      filter: ['get', 'critical'],
      layout: {
        'icon-image': CRITICAL_ICON,
        'icon-size': 0.75,
        'icon-offset': [15, -15],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'vehicle-names',
      type: 'symbol',
      minzoom: NAMES_FROM_ZOOM,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': LABEL_FONT,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'text-max-width': 12,
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.5 },
    },
  ]);

  const idOf = (properties: Record<string, unknown> | undefined) => String(properties?.id ?? '');
  useLayerPointer(SIGNS, {
    onClick: (event) => onSelect(idOf(event.features?.[0]?.properties)),
    onEnter: (event) => onHover(idOf(event.features?.[0]?.properties)),
    onLeave: () => onHover(null),
  });
  return null;
}
