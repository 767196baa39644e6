/** The part of the world that is on the screen, once the map stands. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Degrees } from '@/map/mercator';
import type { Edges } from '@/map/viewport';

export interface Screen {
  edges: Edges;
  middle: Degrees;
}

function screenOf(map: MapLibreMap): Screen {
  const bounds = map.getBounds();
  const { lng: longitude, lat: latitude } = map.getCenter();
  return {
    edges: {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    },
    middle: { longitude, latitude },
  };
}

export function useScreen(map: MapLibreMap): Screen {
  const [screen, setScreen] = useState(() => screenOf(map));
  useEffect(() => {
    const look = () => setScreen(screenOf(map));
    map.on('moveend', look);
    map.on('resize', look);
    look();
    return () => {
      map.off('moveend', look);
      map.off('resize', look);
    };
  }, [map]);
  return screen;
}
