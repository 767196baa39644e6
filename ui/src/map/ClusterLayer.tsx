/**
 * Vehicles that stand too close to be told apart: a circle with their number. The number that moves
 * stands below it, the number that needs attention in a badge.
 */

import type { ExpressionSpecification } from 'maplibre-gl';
import { useLayoutEffect, useMemo } from 'react';
import { useFormats } from '@/format/FormatProvider';
import { CRITICAL_SHADES, STATUS_SHADES } from '@/format/status';
import type { Cluster } from '@/ipc/generated/contract';
import { clusterFeatures } from './features';
import { goInto } from './goInto';
import { addIcons, CRITICAL_ICON, ROOM_ICON, ROOM_PX } from './icons';
import { LABEL_FONT } from './labels';
import { type Scheme, useMap } from './MapContext';
import { useLayerPointer, useMapLayers } from './useMapLayers';

const CIRCLES = 'clusters';

/** Radius in pixels by the logarithm of the number; between them it grows evenly. */
const SIZES: readonly [log10: number, radius: number][] = [
  [0.3, 16],
  [2, 24],
  [4, 34],
];

const BADGE_SIZE = 0.75;
const BADGE_TEXT_PX = 12;

/** Room that the badge takes before its number begins, in pixels. */
const BADGE_PX = 8;

/** An expression over the number of a cluster, from its value at each of the sizes. */
function bySize<T extends number | [number, number]>(
  value: (size: (typeof SIZES)[number]) => T,
): ExpressionSpecification {
  const stops = SIZES.flatMap((size) => {
    const at = value(size);
    return [size[0], typeof at === 'number' ? at : ['literal', at]];
  });
  return [
    'interpolate',
    ['linear'],
    ['log10', ['get', 'count']],
    ...stops,
  ] as unknown as ExpressionSpecification;
}

/** Half way up the upper right of a circle. */
function atEdge(radius: number): [number, number] {
  return [radius * Math.SQRT1_2, -radius * Math.SQRT1_2];
}

/** Offsets of text count in its own size. */
function besideBadge(radius: number): [number, number] {
  const [x, y] = atEdge(radius);
  return [(x + BADGE_PX) / BADGE_TEXT_PX, y / BADGE_TEXT_PX];
}

const PAINT: Readonly<Record<Scheme, { fill: string; edge: string; text: string }>> = {
  light: { fill: '#ffffff', edge: '#33404f', text: '#1b232c' },
  dark: { fill: '#232a33', edge: '#b9c4d0', text: '#eef2f6' },
};

export function ClusterLayer({ clusters }: { clusters: readonly Cluster[] }) {
  const { map, scheme } = useMap();
  const { count } = useFormats();
  const features = useMemo(() => clusterFeatures(clusters, count), [clusters, count]);
  const { fill, edge, text } = PAINT[scheme];

  useLayoutEffect(() => addIcons(map, scheme), [map, scheme]);

  useMapLayers('clusters', features, [
    {
      id: CIRCLES,
      type: 'circle',
      paint: {
        'circle-radius': bySize(([, radius]) => radius),
        'circle-color': fill,
        'circle-opacity': 0.94,
        'circle-stroke-color': edge,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'cluster-numbers',
      type: 'symbol',
      layout: {
        'text-field': [
          'case',
          ['>', ['get', 'moving'], 0],
          [
            'format',
            ['get', 'label'],
            {},
            '\n▲ ',
            { 'font-scale': 0.72, 'text-color': STATUS_SHADES.moving[scheme] },
            ['get', 'movingLabel'],
            { 'font-scale': 0.78, 'text-color': STATUS_SHADES.moving[scheme] },
          ],
          ['get', 'label'],
        ],
        'text-font': LABEL_FONT,
        'text-size': 13,
        'text-line-height': 1.05,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': text },
    },
    {
      // Keeps names of vehicles off the circles.
      id: 'cluster-room',
      type: 'symbol',
      layout: {
        'icon-image': ROOM_ICON,
        'icon-size': bySize(([, radius]) => (2 * radius) / ROOM_PX),
        'icon-padding': 0,
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'cluster-critical',
      type: 'symbol',
      filter: ['>', ['get', 'critical'], 0],
      layout: {
        'icon-image': CRITICAL_ICON,
        'icon-size': BADGE_SIZE,
        // Offsets of an icon count in its own pixels, before it is made smaller.
        'icon-offset': bySize(([, radius]) => atEdge(radius / BADGE_SIZE)),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'criticalLabel'],
        'text-font': LABEL_FONT,
        'text-size': BADGE_TEXT_PX,
        'text-anchor': 'left',
        'text-offset': bySize(([, radius]) => besideBadge(radius)),
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': CRITICAL_SHADES[scheme],
        'text-halo-color': fill,
        'text-halo-width': 3,
      },
    },
  ]);

  useLayerPointer(CIRCLES, {
    onClick: ({ features: hit }) => {
      const cluster = hit?.[0];
      if (cluster?.geometry.type !== 'Point') return;
      const [longitude = 0, latitude = 0] = cluster.geometry.coordinates;
      goInto(map, { longitude, latitude, expansionZoom: Number(cluster.properties.expansionZoom) });
    },
  });
  return null;
}
