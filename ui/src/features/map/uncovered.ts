/** The part of the map that nothing covers: the device's panel lies over its inline end. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds, Position } from '@/ipc/generated/contract';
import { boundsBetween } from '@/map/viewport';

/** Closer to the edge than this counts as out of view, in pixels. */
const EDGE_PX = 40;

/** How much of the map is covered on its left and on its right, in pixels. */
function coveredSides(map: MapLibreMap, coveredPx: number): [left: number, right: number] {
  const container = map.getContainer();
  // A panel over the whole map leaves nothing to move into.
  const covered = coveredPx < container.clientWidth - 2 * EDGE_PX ? coveredPx : 0;
  const isMirrored = getComputedStyle(container).direction === 'rtl';
  return isMirrored ? [covered, 0] : [0, covered];
}

interface View {
  isInView: boolean;
  /** Of the middle of what is uncovered from the middle of the map, in pixels. */
  offset: [x: number, y: number];
}

/** How a position lies in what can be seen of the map. */
export function viewOf(map: MapLibreMap, at: Position, coveredPx: number): View {
  const { clientWidth, clientHeight } = map.getContainer();
  const [left, right] = coveredSides(map, coveredPx);
  const { x, y } = map.project([at.longitude, at.latitude]);
  return {
    isInView:
      x >= left + EDGE_PX &&
      x <= clientWidth - right - EDGE_PX &&
      y >= EDGE_PX &&
      y <= clientHeight - EDGE_PX,
    offset: [(left - right) / 2, 0],
  };
}

/** Where the middle of what can be seen lies on the map's element, in pixels. */
export function middleOf(map: MapLibreMap, coveredPx: number): [x: number, y: number] {
  const { clientWidth, clientHeight } = map.getContainer();
  const [left, right] = coveredSides(map, coveredPx);
  return [(left + clientWidth - right) / 2, clientHeight / 2];
}

/** What can be seen, north up: a map that was turned shows no rectangle of the world. */
export function uncoveredBounds(map: MapLibreMap, coveredPx: number): Bounds {
  map.jumpTo({ bearing: 0, pitch: 0 });
  const { clientWidth, clientHeight } = map.getContainer();
  const [left, right] = coveredSides(map, coveredPx);
  const from = map.unproject([left, clientHeight]);
  const to = map.unproject([clientWidth - right, 0]);
  return boundsBetween({ west: from.lng, south: from.lat, east: to.lng, north: to.lat });
}
