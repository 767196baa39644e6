/** The ways that vehicles came, as lines to draw. Pure. */
import type { FeatureCollection, LineString } from 'geojson';
import type { Vehicle } from '@/ipc/generated/contract';
import { unbroken } from './unbroken';

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
