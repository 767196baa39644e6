/** Moves a map to where a cluster comes apart. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Cluster } from '@/ipc/generated/contract';
import { ALONE_FROM_ZOOM } from './spread';

/** Vehicles on one spot are spread there at once, and a little closer their names have room. */
const SPREAD_ZOOM = ALONE_FROM_ZOOM + 1;

export function goInto(
  map: MapLibreMap,
  cluster: Pick<Cluster, 'longitude' | 'latitude' | 'expansionZoom'>,
): void {
  const { longitude, latitude, expansionZoom } = cluster;
  map.easeTo({
    center: [longitude, latitude],
    zoom: expansionZoom < ALONE_FROM_ZOOM ? expansionZoom : SPREAD_ZOOM,
  });
}
