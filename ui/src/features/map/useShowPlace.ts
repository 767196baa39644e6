/** Moves the map to a place that was marked, if it is not in view or was asked for. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect } from 'react';
import { STREETS_ZOOM } from './fleetBounds';
import type { MarkedPlace } from './places';
import { viewOf } from './uncovered';

/** How far the card reaches from the map's inline start, in pixels, and down its height, as a share. */
const CARD_END_PX = 370;
const CARD_SHARE = 0.6;

/** From the middle of the map down to the middle of what is below the card, as a share of its height. */
const BELOW_CARD = 0.25;

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
    if (isInView && !place.isWanted && !isUnderCard(map, place)) return;
    const { latitude, longitude } = place.position;
    map.flyTo({
      center: [longitude, latitude],
      // What is in view already is only moved from below the card.
      zoom: isInView && !place.isWanted ? map.getZoom() : Math.max(map.getZoom(), STREETS_ZOOM),
      offset: [offset[0], place.isListed ? map.getContainer().clientHeight * BELOW_CARD : 0],
      maxDuration: 2500,
    });
  }, [map, place, reached, isInHand, coveredPx]);
}

/** A card with a list lies over the map's upper part, beside the buttons. */
function isUnderCard(map: MapLibreMap, { position, isListed }: MarkedPlace): boolean {
  if (!isListed) return false;
  const { clientWidth, clientHeight } = map.getContainer();
  const { x, y } = map.project([position.longitude, position.latitude]);
  const isMirrored = getComputedStyle(map.getContainer()).direction === 'rtl';
  const fromStart = isMirrored ? clientWidth - x : x;
  return fromStart < CARD_END_PX && y < clientHeight * CARD_SHARE;
}
