/** How much of what came for a viewport lies on the screen. Pure. */
import type { Cluster, Vehicle } from '@/ipc/generated/contract';
import { type Edges, isWithin } from '@/map/viewport';

export interface ShownCounts {
  /** Vehicles that stand alone. */
  vehicles: number;
  clusters: number;
  /** Devices in all. */
  devices: number;
}

export function shownCounts(
  vehicles: readonly Vehicle[],
  clusters: readonly Cluster[],
  edges: Edges,
): ShownCounts {
  const isShown = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    isWithin(edges, [longitude, latitude]);
  const [alone, together] = [vehicles.filter(isShown), clusters.filter(isShown)];
  return {
    vehicles: alone.length,
    clusters: together.length,
    devices: together.reduce((sum, { count }) => sum + count, alone.length),
  };
}
