/** How the fleet's bounds become what the map shows. */
import type { LngLatBoundsLike } from 'maplibre-gl';
import type { Bounds } from '@/ipc/generated/contract';

/** Room around the outermost vehicles, in pixels. */
export const PADDING_PX = 56;

/** A single parked vehicle is shown with its quarter, not with its doorstep. */
export const CLOSEST_ZOOM = 14;

/** Streets can be told apart from here on. */
export const STREETS_ZOOM = 13;

export function cornersOf({ west, south, east, north }: Bounds): LngLatBoundsLike {
  return [
    [west, south],
    // Across the antimeridian the map counts on.
    [east < west ? east + 360 : east, north],
  ];
}
