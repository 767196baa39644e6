/** What requests are told apart by on the plot and in the tables, and their sums. Pure. */
import type { KindUsage, RequestKind } from '@/ipc/generated/contract';

/** Kinds in the order in which they are stacked and listed. */
export const KINDS = [
  'positions',
  'history',
  'lists',
  'users',
  'changes',
  'commands',
  'signIn',
] as const satisfies readonly RequestKind[];

/** A column of the tables and a layer of the plot: a kind's answered requests, or those that were not. */
export type Layer = RequestKind | 'failed' | 'limited';

/** All of them, lowest first. What a limit refused is on top. */
export const LAYERS: readonly Layer[] = [...KINDS, 'failed', 'limited'];

/** Light and dark, apart from one another for most who see colours otherwise. */
export const COLOURS: Record<Layer, { light: string; dark: string }> = {
  positions: { light: '#0d5c63', dark: '#4db6ac' },
  history: { light: '#d55e00', dark: '#ff9d5c' },
  lists: { light: '#0072b2', dark: '#6db3f2' },
  users: { light: '#8250c4', dark: '#c5a3ff' },
  changes: { light: '#9a7400', dark: '#e6c35c' },
  commands: { light: '#b8186f', dark: '#ff8ac4' },
  signIn: { light: '#6b7280', dark: '#a9b3ba' },
  failed: { light: '#495057', dark: '#dee2e6' },
  limited: { light: '#c81e1e', dark: '#ff7a70' },
};

/** How many requests of a layer there are. */
export function countOf(kinds: readonly KindUsage[], layer: Layer): number {
  if (layer === 'failed' || layer === 'limited') {
    return kinds.reduce((sum, usage) => sum + usage[layer], 0);
  }
  return kinds.find(({ kind }) => kind === layer)?.answered ?? 0;
}

/** All requests, however they ended. */
export function totalOf(kinds: readonly KindUsage[]): number {
  return kinds.reduce((sum, { answered, limited, failed }) => sum + answered + limited + failed, 0);
}

/** The layers of which there is anything; what a limit refused is always named. */
export function layersOf(spans: readonly { kinds: readonly KindUsage[] }[]): Layer[] {
  return LAYERS.filter(
    (layer) => layer === 'limited' || spans.some(({ kinds }) => countOf(kinds, layer) > 0),
  );
}
