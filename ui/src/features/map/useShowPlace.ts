/** Moves the map to a place that was marked, if it is not in view or was asked for. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect } from 'react';
import { STREETS_ZOOM } from './fleetBounds';
import type { MarkedPlace } from './places';
import { viewOf } from './uncovered';

interface Options {
  map: MapLibreMap;
  place: MarkedPlace | null;
  /** The place that the map has moved to; outlives a change of style. */
  reached: RefObject<MarkedPlace | null>;
  isInHand: RefObject<boolean>;
  coveredPx: number;
}

export function useShowPlace({ map, place, reached, isInHand, coveredPx }: Options): void {
  useEffect(() => {
    if (reached.current === place) return;
    reached.current = place;
    if (!place) return;
    isInHand.current = true;
    map.getContainer().dataset.fitted = 'true';
    const { isInView, offset } = viewOf(map, place.position, coveredPx);
    if (isInView && !place.isWanted) return;
    const { latitude, longitude } = place.position;
    map.flyTo({
      center: [longitude, latitude],
      zoom: Math.max(map.getZoom(), STREETS_ZOOM),
      offset,
      maxDuration: 2500,
    });
  }, [map, place, reached, isInHand, coveredPx]);
}
