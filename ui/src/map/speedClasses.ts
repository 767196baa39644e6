/** Classes of speed and of what sensors measure: where they begin, and how they look. Pure. */
import type { ReadingKind, Units } from '@/ipc/generated/contract';
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

const PERCENT = [20, 40, 60, 80] as const;
const CELSIUS = [-15, 0, 10, 25] as const;

/** Where each class after the lowest begins, in the units of the contract. */
export const READING_LIMITS: Readonly<Record<ReadingKind, readonly number[]>> = {
  fuel: PERCENT,
  fuel2: PERCENT,
  battery: PERCENT,
  temperature: CELSIUS,
  temperature2: CELSIUS,
  engineRpm: [600, 1_200, 1_800, 2_400],
};

/** The class of a value, from 0 for the lowest; null where the value is not known. */
export function valueClass(value: number | null, limits: readonly number[]): number | null {
  if (value === null) return null;
  return limits.filter((limit) => value >= limit).length;
}

/**
 * From low to high each is lighter than the one before, which tells them apart without colour too;
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
