/** How names are lettered on the map. */

/** Drawn from the fonts of the page; the base map declares them. */
export const LABEL_FONT = ['Noto Sans'];
