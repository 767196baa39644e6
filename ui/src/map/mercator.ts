/** Web Mercator: degrees and the pixels of a map at a zoom. Pure. */

/** Pixels of the world at zoom 0. */
const WORLD_PX = 512;

export interface Degrees {
  longitude: number;
  latitude: number;
}

export interface Pixels {
  x: number;
  y: number;
}

/** Where a point lies, in pixels from the north-west of the world. */
export function pixelsOf({ longitude, latitude }: Degrees, zoom: number): Pixels {
  const world = WORLD_PX * 2 ** zoom;
  const sin = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * world,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world,
  };
}

/** The point that lies there. */
export function degreesOf({ x, y }: Pixels, zoom: number): Degrees {
  const world = WORLD_PX * 2 ** zoom;
  return {
    longitude: (x / world) * 360 - 180,
    latitude: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world))) * 180) / Math.PI,
  };
}
