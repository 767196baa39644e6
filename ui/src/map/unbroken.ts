/** Lines across the antimeridian. Pure. */

/** Longitudes that run on past 180 degrees, so that no line turns back around the world. */
export function unbroken(points: readonly [number, number][]): [number, number][] {
  let turn = 0;
  return points.map(([longitude, latitude], place) => {
    const before = points[place - 1]?.[0] ?? longitude;
    if (longitude - before > 180) turn -= 360;
    else if (before - longitude > 180) turn += 360;
    return [longitude + turn, latitude];
  });
}
