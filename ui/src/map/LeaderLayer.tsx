/** Thin lines from a spot to the vehicles on it that are drawn beside each other. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { type Scheme, useMap } from './MapContext';
import type { Leader } from './spread';
import { useMapLayers } from './useMapLayers';

const LINE: Readonly<Record<Scheme, string>> = { light: '#33404f', dark: '#b9c4d0' };

function leaderFeatures(leaders: readonly Leader[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: leaders.map(({ spot, to }) => ({
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [spot.longitude, spot.latitude],
          [to.longitude, to.latitude],
        ],
      },
      properties: {},
    })),
  };
}

export function LeaderLayer({ leaders }: { leaders: readonly Leader[] }) {
  const { scheme } = useMap();
  const features = useMemo(() => leaderFeatures(leaders), [leaders]);
  useMapLayers('leaders', features, [
    {
      id: 'leaders',
      type: 'line',
      paint: { 'line-color': LINE[scheme], 'line-width': 1.2, 'line-opacity': 0.75 },
    },
  ]);
  return null;
}
