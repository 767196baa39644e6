/** Vehicles that stand alone, each with the sign of its status. */
import { useLayoutEffect, useMemo } from 'react';
import { useNow } from '@/format/FormatProvider';
import type { Vehicle } from '@/ipc/generated/contract';
import { vehicleFeatures } from './features';
import { addIcons, CRITICAL_ICON, ODD_ICON, ROOM_ICON } from './icons';
import { useMap } from './MapContext';
import { useLayerPointer, useMapLayers } from './useMapLayers';

const SIGNS = 'vehicles';

/** Fading goes in steps of an hour at the least; asking the time more often would redraw for nothing. */
const FADE_STEP_MS = 60_000;

interface Props {
  vehicles: readonly Vehicle[];
  onSelect(id: string): void;
  /** Where the pointer rests; null when it leaves. */
  onHover(id: string | null): void;
}

export function VehicleLayer({ vehicles, onSelect, onHover }: Props) {
  const { map, scheme } = useMap();
  const now = useNow(FADE_STEP_MS);
  const features = useMemo(() => vehicleFeatures(vehicles, now), [vehicles, now]);

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
      id: 'vehicle-odd',
      type: 'symbol',
      filter: ['get', 'odd'],
      layout: {
        'icon-image': ODD_ICON,
        'icon-size': 0.75,
        'icon-offset': [-15, -15],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      // Keeps names off the signs. A sign that is turned would claim more room than it covers.
      id: 'vehicle-room',
      type: 'symbol',
      layout: { 'icon-image': ROOM_ICON, 'icon-padding': 0, 'icon-allow-overlap': true },
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
