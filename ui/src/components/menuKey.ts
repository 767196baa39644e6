/** The key of a keyboard that opens the menu of what has the focus, and what stands for it. */

interface Key {
  key: string;
  shiftKey: boolean;
}

export function isMenuKey({ key, shiftKey }: Key): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** A place in the window, in pixels. */
export interface Spot {
  x: number;
  y: number;
}
