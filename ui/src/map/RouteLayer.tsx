/** The way that a vehicle went: a line coloured, and a little wider, by how fast it was. */
import type { ExpressionSpecification } from 'maplibre-gl';
import { useMemo } from 'react';
import type { RouteView } from '@/ipc/generated/contract';
import { useMap } from './MapContext';
import { routeFeatures } from './routes';
import { ROUTE_EDGE, SPEED_COLOURS, UNKNOWN_SPEED } from './speedClasses';
import { useMapLayers } from './useMapLayers';

interface Props {
  route: RouteView;
  /** Where each class of speed after the slowest begins, in kilometres an hour. */
  limits: readonly number[];
}

/** The slowest, and how much wider each next class is. */
const WIDTH_PX = 3.5;
const WIDER_PX = 0.5;
const EDGE_PX = 2;

export function RouteLayer({ route, limits }: Props) {
  const { scheme } = useMap();
  const features = useMemo(() => routeFeatures(route, limits), [route, limits]);
  const colour = [
    'match',
    ['get', 'class'],
    ...SPEED_COLOURS[scheme].flatMap((shade, at) => [at, shade]),
    UNKNOWN_SPEED[scheme],
  ] as unknown as ExpressionSpecification;
  const width = (more: number): ExpressionSpecification => [
    '+',
    WIDTH_PX + more,
    ['*', WIDER_PX, ['max', 0, ['get', 'class']]],
  ];
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  useMapLayers('route', features, [
    {
      id: 'route-edge',
      type: 'line',
      layout,
      paint: { 'line-color': ROUTE_EDGE[scheme], 'line-width': width(EDGE_PX) },
    },
    { id: 'route', type: 'line', layout, paint: { 'line-color': colour, 'line-width': width(0) } },
  ]);
  return null;
}
