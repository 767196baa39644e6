/** What a person points at on the map, and what they ask about it. */
import type { Spot } from '@/components/menuKey';
import type { Position } from '@/ipc/generated/contract';

/** A vehicle as far as it can be acted on. */
export interface NamedVehicle {
  id: string;
  name: string;
}

/** What a menu is about: a vehicle, which may have no position, or a point of the map. */
export interface MenuTarget {
  /** Where it opens. */
  at: Spot;
  vehicle: NamedVehicle | null;
  position: Position | null;
  /** Moves the map to it; absent where there is no map. */
  onCentre?: (() => void) | undefined;
}

/** A point that is marked on the map. */
export interface MarkedPlace {
  position: Position;
  /** The vehicle that stands there, where it is about one. */
  vehicle: NamedVehicle | null;
  /** Whether the vehicles nearest to it are listed. */
  isListed: boolean;
  /** Whether the map goes there even if it shows the point already. */
  isWanted: boolean;
}
