/** How names are lettered on the map. */
import type { Scheme } from './MapContext';

/** Drawn from the fonts of the page; the base map declares them. */
export const LABEL_FONT = ['Noto Sans'];

export const LABEL_PAINT: Readonly<Record<Scheme, { text: string; halo: string }>> = {
  light: { text: '#1b232c', halo: '#ffffff' },
  dark: { text: '#eef2f6', halo: '#14181d' },
};
