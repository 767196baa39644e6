/** How each status looks, on the map and in words alike. */
import type { Status } from '@/ipc/generated/contract';

/** In the order in which a fleet manager wants to see them. */
export const STATUSES = [
  'moving',
  'idling',
  'parked',
  'silent',
  'neverReported',
  'notAsked',
] as const satisfies readonly Status[];

export function isStatus(value: unknown): value is Status {
  return STATUSES.some((status) => status === value);
}

/** A colour for each ground. Shape and word say the same: the colour is never the only sign. */
export interface Shades {
  light: string;
  dark: string;
}

export const STATUS_SHADES: Readonly<Record<Status, Shades>> = {
  moving: { light: '#12803c', dark: '#4cc777' },
  idling: { light: '#b45309', dark: '#f0a83c' },
  parked: { light: '#2563c4', dark: '#7fb0f7' },
  silent: { light: '#7c4a9c', dark: '#c79be3' },
  neverReported: { light: '#5f6670', dark: '#a4abb6' },
  notAsked: { light: '#5f6670', dark: '#a4abb6' },
};

export const CRITICAL_SHADES: Shades = { light: '#c81e1e', dark: '#ff7a70' };

/** A CSS colour that follows the ground. */
export function cssShade({ light, dark }: Shades): string {
  return `light-dark(${light}, ${dark})`;
}
