/** Moves the map to a vehicle that was selected elsewhere, if it is not in view. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect } from 'react';
import type { Vehicle } from '@/ipc/generated/contract';

/** Closer to the edge than this counts as out of view, in pixels. */
const EDGE_PX = 40;

/** Streets can be told apart from here on. */
const STREETS_ZOOM = 13;

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

    const { clientWidth, clientHeight } = map.getContainer();
    const isMirrored = getComputedStyle(map.getContainer()).direction === 'rtl';
    // A panel over the whole map leaves nothing to move into.
    const covered = coveredPx < clientWidth - 2 * EDGE_PX ? coveredPx : 0;
    const [start, end] = isMirrored ? [covered, 0] : [0, covered];
    const { x, y } = map.project([vehicle.longitude, vehicle.latitude]);
    const isInView =
      x >= start + EDGE_PX &&
      x <= clientWidth - end - EDGE_PX &&
      y >= EDGE_PX &&
      y <= clientHeight - EDGE_PX;
    // A page that opens with a selection opens at it, whatever the world in the background shows.
    const isFirstSight = map.getContainer().dataset.fitted !== 'true';
    map.getContainer().dataset.fitted = 'true';
    if (isInView && !isFirstSight) return;
    map.flyTo({
      animate: !isFirstSight,
      center: [vehicle.longitude, vehicle.latitude],
      zoom: Math.max(map.getZoom(), STREETS_ZOOM),
      offset: [(start - end) / 2, 0],
      maxDuration: 2500,
    });
  }, [map, selected, vehicle, shown, isInHand, coveredPx]);
}
