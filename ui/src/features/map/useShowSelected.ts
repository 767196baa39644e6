/** Moves the map to a vehicle that was selected elsewhere, if it is not in view. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';
import { STREETS_ZOOM } from './fleetBounds';
import { viewOf } from './uncovered';

interface Options {
  map: MapLibreMap;
  selected: string | null;
  vehicle: Vehicle | null;
  /** The selection that the map has moved to; outlives a change of style. */
  shown: RefObject<string | null>;
  isInHand: RefObject<boolean>;
  coveredPx: number;
}

export function useShowSelected(options: Options): void {
  const { map, selected, vehicle, shown, isInHand, coveredPx } = options;

  useEffect(() => {
    if (selected === null) {
      shown.current = null;
      return;
    }
    if (vehicle?.id !== selected || shown.current === selected) return;
    shown.current = selected;
    isInHand.current = true;

    const { isInView, offset } = viewOf(map, vehicle, coveredPx);
    // A page that opens with a selection opens at it, whatever the world in the background shows.
    const isFirstSight = map.getContainer().dataset.fitted !== 'true';
    map.getContainer().dataset.fitted = 'true';
    if (isInView && !isFirstSight) return;
    map.flyTo({
      animate: !isFirstSight,
      center: [vehicle.longitude, vehicle.latitude],
      zoom: Math.max(map.getZoom(), STREETS_ZOOM),
      offset,
      maxDuration: 2500,
    });
  }, [map, selected, vehicle, shown, isInHand, coveredPx]);
}
