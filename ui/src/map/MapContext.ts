/** Hands the map to its layers. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { createContext, use } from 'react';

export type Scheme = 'light' | 'dark';

export interface MapHandle {
  map: MapLibreMap;
  scheme: Scheme;
}

export const MapContext = createContext<MapHandle | null>(null);

/** The map above this component, with its style loaded. */
export function useMap(): MapHandle {
  const handle = use(MapContext);
  if (!handle) throw new Error('a layer stands outside of a MapCanvas');
  return handle;
}
