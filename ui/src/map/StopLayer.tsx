/** Stops along a route by their numbers, each with how long it lasted; and where the route begins and ends. */
import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import type { Position } from '@/ipc/generated/contract';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { type Scheme, useMap } from './MapContext';
import { useLayerPointer, useMapLayers } from './useMapLayers';

/** A numbered place. */
export interface StopMark extends Position {
  number: number;
  /** What stands below it. */
  label: string;
}

/** The beginning or the end. */
export interface EndMark extends Position {
  label: string;
}

interface Props {
  stops: readonly StopMark[];
  ends: readonly EndMark[];
  onStop(number: number): void;
}

const CIRCLES = 'stops';

const PAINT: Readonly<Record<Scheme, { stop: string; end: string; edge: string; ink: string }>> = {
  light: { stop: '#33404f', end: '#0d5c63', edge: '#ffffff', ink: '#ffffff' },
  dark: { stop: '#dfe6ec', end: '#7fd1d6', edge: '#14181d', ink: '#14181d' },
};

function features(stops: readonly StopMark[], ends: readonly EndMark[]): FeatureCollection {
  const marks = [
    ...stops.map((stop) => ({ ...stop, isEnd: false, sign: String(stop.number) })),
    // After the stops, so that they lie above a stop at the same place.
    ...ends.map((end) => ({ ...end, number: 0, isEnd: true, sign: '' })),
  ];
  return {
    type: 'FeatureCollection',
    features: marks.map(({ latitude, longitude, ...properties }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties,
    })),
  };
}

export function StopLayer({ stops, ends, onStop }: Props) {
  const { scheme } = useMap();
  const marks = useMemo(() => features(stops, ends), [stops, ends]);
  const { stop, end, edge, ink } = PAINT[scheme];
  const { text, halo } = LABEL_PAINT[scheme];
  useMapLayers('stops', marks, [
    {
      id: CIRCLES,
      type: 'circle',
      filter: ['!', ['get', 'isEnd']],
      paint: {
        'circle-radius': 10,
        'circle-color': stop,
        'circle-stroke-color': edge,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'stop-numbers',
      type: 'symbol',
      filter: ['!', ['get', 'isEnd']],
      layout: {
        'text-field': ['get', 'sign'],
        'text-font': LABEL_FONT,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ink },
    },
    {
      id: 'route-ends',
      type: 'circle',
      filter: ['get', 'isEnd'],
      paint: {
        'circle-radius': 6,
        'circle-color': edge,
        'circle-stroke-color': end,
        'circle-stroke-width': 4,
      },
    },
    {
      id: 'stop-labels',
      type: 'symbol',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': LABEL_FONT,
        'text-size': 12,
        // Beginning and end are named above, how long a stop lasted below.
        'text-anchor': ['case', ['get', 'isEnd'], 'bottom', 'top'],
        'text-offset': ['case', ['get', 'isEnd'], ['literal', [0, -0.9]], ['literal', [0, 1]]],
        'text-padding': 4,
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ]);
  useLayerPointer(CIRCLES, {
    onClick: (event) => onStop(Number(event.features?.[0]?.properties?.number)),
  });
  return null;
}
