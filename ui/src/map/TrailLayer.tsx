/** The ways that vehicles came: lines that fade towards where they were. */
import { useMemo } from 'react';
import { STATUS_SHADES } from '@/format/status';
import type { Vehicle } from '@/ipc/generated/contract';
import { useMap } from './MapContext';
import { trailFeatures } from './trails';
import { useMapLayers } from './useMapLayers';

interface Props {
  /** Each where it really is. */
  vehicles: readonly Vehicle[];
  selected: string | null;
}

export function TrailLayer({ vehicles, selected }: Props) {
  const { scheme } = useMap();
  const features = useMemo(() => trailFeatures(vehicles, selected), [vehicles, selected]);
  const colour = STATUS_SHADES.moving[scheme];

  useMapLayers(
    'trails',
    features,
    [
      {
        id: 'trails',
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-width': ['case', ['get', 'selected'], 5, 2.5],
          'line-gradient': [
            'interpolate',
            ['linear'],
            ['line-progress'],
            0,
            `${colour}00`,
            1,
            `${colour}a6`,
          ],
        },
      },
    ],
    { lineMetrics: true },
  );
  return null;
}
