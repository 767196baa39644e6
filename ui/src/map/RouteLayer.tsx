/** The way that a vehicle went: a line coloured, and a little wider, by what was measured, or by its trips. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { RouteView } from '@/ipc/generated/contract';
import { LABEL_FONT, LABEL_PAINT } from './labels';
import { useMap } from './MapContext';
import { type Colouring, routeFeatures } from './routes';
import { ROUTE_EDGE, SPEED_COLOURS, UNKNOWN_SPEED } from './speedClasses';
import { useMapLayers } from './useMapLayers';

interface Props {
  route: RouteView;
  colouring: Colouring;
}

/** The slowest, and how much wider each next class is. */
const WIDTH_PX = 3.5;
const WIDER_PX = 0.5;
const EDGE_PX = 2;

export function RouteLayer({ route, colouring }: Props) {
  const { scheme } = useMap();
  const features = useMemo(() => routeFeatures(route, colouring), [route, colouring]);
  const colour = [
    'match',
    ['get', 'class'],
    ...SPEED_COLOURS[scheme].flatMap((shade, at) => [at, shade]),
    UNKNOWN_SPEED[scheme],
  ] as unknown as ExpressionSpecification;
  const width = (more: number): ExpressionSpecification => [
    '+',
    WIDTH_PX + more,
    ['*', WIDER_PX, ['get', 'wider']],
  ];
  const { text, halo } = LABEL_PAINT[scheme];
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  useMapLayers('route', features, [
    {
      id: 'route-edge',
      type: 'line',
      layout,
      paint: { 'line-color': ROUTE_EDGE[scheme], 'line-width': width(EDGE_PX) },
    },
    { id: 'route', type: 'line', layout, paint: { 'line-color': colour, 'line-width': width(0) } },
    {
      id: 'route-labels',
      type: 'symbol',
      filter: ['!=', ['get', 'label'], ''],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 220,
        'text-field': ['get', 'label'],
        'text-font': LABEL_FONT,
        'text-size': 13,
        'text-rotation-alignment': 'viewport',
        'text-padding': 4,
      },
      paint: { 'text-color': text, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ]);
  return null;
}
