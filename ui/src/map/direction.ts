/** From one point on the ground to another: how far, and in which direction. Pure. */
import type { Degrees } from './mercator';

const EARTH_RADIUS_M = 6_371_008.8;

export interface Way {
  distanceM: number;
  /** Degrees clockwise from north. */
  bearingDeg: number;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function wayTo(from: Degrees, to: Degrees): Way {
  const [latitude, other] = [radians(from.latitude), radians(to.latitude)];
  const east = radians(to.longitude - from.longitude);
  const half =
    Math.sin((other - latitude) / 2) ** 2 +
    Math.cos(latitude) * Math.cos(other) * Math.sin(east / 2) ** 2;
  const bearing = Math.atan2(
    Math.sin(east) * Math.cos(other),
    Math.cos(latitude) * Math.sin(other) - Math.sin(latitude) * Math.cos(other) * Math.cos(east),
  );
  return {
    distanceM: 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(half))),
    bearingDeg: ((bearing * 180) / Math.PI + 360) % 360,
  };
}
