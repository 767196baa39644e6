/** The part of the world to ask for, given the part on the screen. Pure. */
import type { Bounds } from '@/ipc/generated/contract';

/** What a map says of its edges; longitudes run on past 180 where it shows the world twice. */
export interface Edges {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Share of the screen asked for beyond each edge, so that short moves find their vehicles there. */
const MARGIN = 0.25;

/** Web Mercator ends here. */
const LATITUDE_LIMIT = 85.05;

/** Asked bounds are widened to a grid this much finer than the screen: tiny moves ask nothing new. */
const GRID_STEPS = 8;

/** A longitude as the contract has it, wherever the map has been turned to. */
export function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** The bounds to ask for: the screen with a margin, in the contract's terms. */
export function askedBounds({ west, south, east, north }: Edges): Bounds {
  const [width, height] = [east - west, north - south];
  const [stepX, stepY] = [width / GRID_STEPS || 1, height / GRID_STEPS || 1];
  const down = (value: number, step: number) => Math.floor(value / step) * step;
  const up = (value: number, step: number) => Math.ceil(value / step) * step;
  const left = down(west - width * MARGIN, stepX);
  const right = up(east + width * MARGIN, stepX);
  const isWholeWorld = right - left >= 360;
  return {
    west: isWholeWorld ? -180 : wrapped(left),
    east: isWholeWorld ? 180 : wrapped(right),
    south: Math.max(-LATITUDE_LIMIT, down(south - height * MARGIN, stepY)),
    north: Math.min(LATITUDE_LIMIT, up(north + height * MARGIN, stepY)),
  };
}

/** What lies between edges, in the contract's terms. */
export function boundsBetween({ west, south, east, north }: Edges): Bounds {
  const isWholeWorld = east - west >= 360;
  return {
    west: isWholeWorld ? -180 : wrapped(west),
    east: isWholeWorld ? 180 : wrapped(east),
    south: Math.max(-90, south),
    north: Math.min(90, north),
  };
}

/** Whether a point lies within edges that may run past 180 degrees. */
export function isWithin({ west, south, east, north }: Edges, at: [number, number]): boolean {
  const [longitude, latitude] = at;
  const turns = [-360, 0, 360].some((turn) => longitude + turn >= west && longitude + turn <= east);
  return turns && latitude >= south && latitude <= north;
}
