/** Where alerts were raised: a sign for each, with what it was where there is room. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { Position } from '@/ipc/generated/contract';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { type Scheme, useMap } from './MapContext';
import { useLayerPointer, useMapLayers } from './useMapLayers';

export interface AlertMark extends Position {
  /** What stands below it. */
  label: string;
}

interface Props {
  /** The most important first. */
  marks: readonly AlertMark[];
  /** By the place among the marks. */
  onOpen(place: number): void;
}

const CIRCLES = 'alerts';

const PAINT: Readonly<Record<Scheme, { fill: string; edge: string; ink: string }>> = {
  light: { fill: '#a8120c', edge: '#ffffff', ink: '#ffffff' },
  dark: { fill: '#ff9d94', edge: '#14181d', ink: '#14181d' },
};

function features(marks: readonly AlertMark[]): FeatureCollection {
  const all = marks.map(({ latitude, longitude, label }, place) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
    properties: { place, label },
  }));
  // What comes later is drawn above.
  return { type: 'FeatureCollection', features: all.reverse() };
}

export function AlertLayer({ marks, onOpen }: Props) {
  const { scheme } = useMap();
  const points = useMemo(() => features(marks), [marks]);
  const { fill, edge, ink } = PAINT[scheme];
  const { text, halo } = LABEL_PAINT[scheme];
  useMapLayers('alerts', points, [
    {
      id: CIRCLES,
      type: 'circle',
      paint: {
        'circle-radius': 8,
        'circle-color': fill,
        'circle-stroke-color': edge,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'alert-signs',
      type: 'symbol',
      layout: {
        'text-field': '!',
        'text-font': LABEL_FONT,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ink },
    },
    {
      id: 'alert-labels',
      type: 'symbol',
      minzoom: 12,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': LABEL_FONT,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'text-padding': 4,
        'symbol-sort-key': ['get', 'place'],
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ]);
  useLayerPointer(CIRCLES, {
    onClick: (event) => onOpen(Number(event.features?.[0]?.properties?.place)),
  });
  return null;
}
