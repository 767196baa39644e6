/** The ways that vehicles came, as lines to draw. Pure. */
import type { FeatureCollection, LineString } from 'geojson';
import type { Vehicle } from '@/ipc/generated/contract';

/** One line for each vehicle with a trail, from its oldest fix to where it is. */
export function trailFeatures(
  vehicles: readonly Vehicle[],
  selected: string | null,
): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: vehicles
      .filter(({ trail }) => trail.length > 0)
      .map(({ id, trail, longitude, latitude }) => ({
        type: 'Feature',
        geometry: {
          type: 'LineString',
          coordinates: unbroken([...trail, [longitude, latitude]]),
        },
        properties: { selected: id === selected },
      })),
  };
}

/** Longitudes that run on past 180 degrees, so that no line turns back around the world. */
function unbroken(points: readonly [number, number][]): [number, number][] {
  let turn = 0;
  return points.map(([longitude, latitude], place) => {
    const before = points[place - 1]?.[0] ?? longitude;
    if (longitude - before > 180) turn -= 360;
    else if (before - longitude > 180) turn += 360;
    return [longitude + turn, latitude];
  });
}
