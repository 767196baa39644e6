/** Which columns a table shows, and in which order. The first one names the row, stays, and stays first. */

/** The columns to show, from what was kept; names of another version of the app are passed over. */
export function knownColumns<T extends string>(kept: readonly string[], all: readonly T[]): T[] {
  const [fixed] = all;
  const isKnown = (id: string): id is T => all.some((known) => known === id);
  const known = [...new Set(kept.filter(isKnown))].filter((id) => id !== fixed);
  return fixed === undefined ? known : [fixed, ...known];
}

/** All columns in the order in which the chooser offers them: the shown ones, then the others. */
export function offeredColumns<T extends string>(shown: readonly T[], all: readonly T[]): T[] {
  return [...shown, ...all.filter((id) => !shown.includes(id))];
}

/** Shows a column at the end, or hides it. */
export function toggleColumn<T extends string>(shown: readonly T[], id: T): T[] {
  if (id === shown[0]) return [...shown];
  return shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
}

/** Moves a shown column by one place; the first place is taken. */
export function moveColumn<T extends string>(shown: readonly T[], id: T, by: -1 | 1): T[] {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 1 || to < 1 || to >= shown.length) return [...shown];
  const moved = shown.filter((other) => other !== id);
  moved.splice(to, 0, id);
  return moved;
}
