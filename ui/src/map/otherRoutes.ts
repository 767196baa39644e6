/** How routes of further vehicles are told apart: by colour, by dashes, and by their names. Pure. */
import type { Scheme } from './MapContext';

/** In order; the one that is looked at has a line without a break. */
export const OTHER_COLOURS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#b02a5b', '#7a4b00', '#1d5fbf', '#5b2f9e'],
  dark: ['#ff8fb4', '#f2b84b', '#86b9ff', '#c9a6ff'],
};

/** Lengths of line and gap, in widths of the line. */
export const OTHER_DASHES: readonly (readonly number[])[] = [
  [3, 1.6],
  [0.6, 1.6],
  [6, 1.6],
  [4, 1.4, 0.6, 1.4],
];
