/** Classes of speed: where they begin in the reader's units, and how they look. Pure. */
import type { Units } from '@/ipc/generated/contract';
import type { Scheme } from './MapContext';

const KM_PER_MILE = 1.609344;

/** Where each class after the slowest begins, in kilometres an hour; round numbers where they are read. */
const LIMITS_KMH: Readonly<Record<Units, readonly number[]>> = {
  metric: [30, 60, 90, 120],
  imperial: [20, 40, 55, 75].map((mph) => mph * KM_PER_MILE),
};

export function speedLimits(units: Units): readonly number[] {
  return LIMITS_KMH[units];
}

/** The class of a speed, from 0 for the slowest; null where the speed is not known. */
export function speedClass(speedKmh: number | null, limits: readonly number[]): number | null {
  if (speedKmh === null) return null;
  return limits.filter((limit) => speedKmh >= limit).length;
}

/**
 * From slow to fast each is lighter than the one before, which tells them apart without colour too;
 * the edge around the line keeps the lightest apart from the map.
 */
export const SPEED_COLOURS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#46327e', '#2f6f9f', '#1fa187', '#7ad151', '#fde725'],
  dark: ['#8f7fe0', '#4f9fd8', '#2bb898', '#8fd744', '#fde725'],
};

export const UNKNOWN_SPEED: Readonly<Record<Scheme, string>> = {
  light: '#8a949e',
  dark: '#a3adb6',
};

export const ROUTE_EDGE: Readonly<Record<Scheme, string>> = { light: '#232b33', dark: '#0b0f13' };
