/** How the fleet's bounds become what the map shows. */
import type { LngLatBoundsLike } from 'maplibre-gl';
import type { Bounds } from '@/ipc/generated/contract';

/** Room around the outermost vehicles, in pixels. */
export const PADDING_PX = 56;

/** A single parked vehicle is shown with its quarter, not with its doorstep. */
export const CLOSEST_ZOOM = 14;

export function cornersOf({ west, south, east, north }: Bounds): LngLatBoundsLike {
  return [
    [west, south],
    [east, north],
  ];
}
