/** The part of the world on the screen, followed while it moves. */
import { useThrottledCallback } from '@mantine/hooks';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Bounds } from '@/ipc/generated/contract';
import { askedBounds } from '@/map/viewport';

/** While moving, the map asks no more often than this; a standing map asks once. */
const WHILE_MOVING_MS = 150;

/** Zoom is asked for in steps this fine: clusters change at whole levels. */
const ZOOM_STEP = 0.25;

export interface Viewport {
  bounds: Bounds;
  zoom: number;
}

function viewportOf(map: MapLibreMap): Viewport {
  const edges = map.getBounds();
  return {
    bounds: askedBounds({
      west: edges.getWest(),
      south: edges.getSouth(),
      east: edges.getEast(),
      north: edges.getNorth(),
    }),
    zoom: Math.floor(map.getZoom() / ZOOM_STEP) * ZOOM_STEP,
  };
}

export function useViewport(map: MapLibreMap): Viewport {
  const [viewport, setViewport] = useState(() => viewportOf(map));
  const followSoon = useThrottledCallback(() => setViewport(viewportOf(map)), WHILE_MOVING_MS);

  useEffect(() => {
    const follow = () => setViewport(viewportOf(map));
    map.on('move', followSoon);
    map.on('moveend', follow);
    map.on('resize', follow);
    follow();
    return () => {
      map.off('move', followSoon);
      map.off('moveend', follow);
      map.off('resize', follow);
    };
  }, [map, followSoon]);

  return viewport;
}
