/** The compass: eight words for 360 degrees. */

export const COMPASS_POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

export type CompassPoint = (typeof COMPASS_POINTS)[number];

/** The point nearest to a direction, degrees clockwise from north; 360 is north again. */
export function compassPoint(courseDeg: number): CompassPoint {
  const turned = ((courseDeg % 360) + 360) % 360;
  return COMPASS_POINTS[Math.round(turned / 45) % 8] ?? 'n';
}
