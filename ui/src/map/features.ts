/** What the backend answers, as features to draw. Pure; the size of a screen, never of the fleet. */
import type { Cluster, Vehicle } from '@/ipc/generated/contract';
import { vehicleIcon } from './icons';
import type { Points } from './useMapLayers';

/** Fixes older than these are drawn fainter, so that nobody takes them for now. */
const FADES: readonly { olderThanMs: number; opacity: number }[] = [
  { olderThanMs: 24 * 3_600_000, opacity: 0.45 },
  { olderThanMs: 3_600_000, opacity: 0.7 },
];

/** How strongly a fix of an age is drawn, 0 to 1. */
export function opacityOf(ageMs: number): number {
  return FADES.find(({ olderThanMs }) => ageMs > olderThanMs)?.opacity ?? 1;
}

export function vehicleFeatures(vehicles: readonly Vehicle[], now: number): Points {
  return {
    type: 'FeatureCollection',
    features: vehicles.map((vehicle) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [vehicle.longitude, vehicle.latitude] },
      properties: {
        id: vehicle.id,
        icon: vehicleIcon(vehicle.status, vehicle.courseDeg !== null),
        turn: vehicle.status === 'moving' ? (vehicle.courseDeg ?? 0) : 0,
        critical: vehicle.critical,
        odd: vehicle.oddities.length > 0,
        opacity: opacityOf(now - Date.parse(vehicle.fixAt)),
      },
    })),
  };
}

/**
 * Names of vehicles, those of the critical ones first. The selected one has its name from the selection,
 * and none of its own.
 */
export function nameFeatures(vehicles: readonly Vehicle[], selected: string | null): Points {
  return {
    type: 'FeatureCollection',
    features: vehicles
      .filter(({ id }) => id !== selected)
      .map((vehicle) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [vehicle.longitude, vehicle.latitude] },
        properties: { name: vehicle.name, order: nameOrder(vehicle) },
      })),
  };
}

/** Whose name has its place first: the lower one's. */
function nameOrder({ critical, status }: Vehicle): number {
  if (critical) return 0;
  return status === 'moving' ? 1 : 2;
}

export function clusterFeatures(
  clusters: readonly Cluster[],
  count: (value: number) => string,
): Points {
  return {
    type: 'FeatureCollection',
    features: clusters.map((cluster) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [cluster.longitude, cluster.latitude] },
      properties: {
        count: cluster.count,
        label: count(cluster.count),
        moving: cluster.moving,
        movingLabel: count(cluster.moving),
        critical: cluster.critical,
        criticalLabel: count(cluster.critical),
        expansionZoom: cluster.expansionZoom,
      },
    })),
  };
}
