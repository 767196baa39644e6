/** The base map's colours: calm, so that vehicles stand out. */

export interface Colours {
  water: string;
  land: string;
  lake: string;
  border: string;
  state: string;
  street: string;
  streetEdge: string;
  green: string;
  building: string;
  text: string;
  quietText: string;
  halo: string;
}

export const COLOURS: Record<'light' | 'dark', Colours> = {
  light: {
    water: '#cfe0e8',
    land: '#f5f4ef',
    lake: '#cfe0e8',
    border: '#9aa5ad',
    state: '#d3d8da',
    street: '#ffffff',
    streetEdge: '#d5d3ca',
    green: '#dfe9d6',
    building: '#e2dfd6',
    text: '#3c474d',
    quietText: '#66737a',
    halo: '#f5f4ef',
  },
  dark: {
    water: '#10202b',
    land: '#1c272e',
    lake: '#10202b',
    border: '#51606a',
    state: '#2b3840',
    street: '#394850',
    streetEdge: '#141d23',
    green: '#1e302b',
    building: '#27333b',
    text: '#c9d3d8',
    quietText: '#8b9aa2',
    halo: '#141d23',
  },
};
