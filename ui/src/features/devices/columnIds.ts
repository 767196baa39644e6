/** The columns of the device list by their names, and which of them are shown in which order. */

export const COLUMN_IDS = [
  'name',
  'status',
  'speed',
  'fixAt',
  'place',
  'askedAt',
  'battery',
  'fuel',
  'ignition',
  'alerts',
  'groups',
  'expires',
  'phoneNumber',
  'tags',
] as const;

export type ColumnId = (typeof COLUMN_IDS)[number];

/** The name stays: it says which device a row is about, and holds its place while the rest scrolls. */
const FIXED: ColumnId = 'name';

function isColumnId(value: string): value is ColumnId {
  return COLUMN_IDS.some((id) => id === value);
}

/** The columns to show, from the setting; names of another version of the app are passed over. */
export function shownColumns(setting: readonly string[] | null): ColumnId[] {
  if (!setting) return [...COLUMN_IDS];
  const known = [...new Set(setting.filter(isColumnId))].filter((id) => id !== FIXED);
  return [FIXED, ...known];
}

/** All columns in the order in which the chooser offers them: the shown ones, then the others. */
export function offeredColumns(shown: readonly ColumnId[]): ColumnId[] {
  return [...shown, ...COLUMN_IDS.filter((id) => !shown.includes(id))];
}

/** Shows a column at the end, or hides it. */
export function toggleColumn(shown: readonly ColumnId[], id: ColumnId): ColumnId[] {
  if (id === FIXED) return [...shown];
  return shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
}

/** Moves a shown column by one place; the first place is the name's. */
export function moveColumn(shown: readonly ColumnId[], id: ColumnId, by: -1 | 1): ColumnId[] {
  const from = shown.indexOf(id);
  const to = from + by;
  if (from < 1 || to < 1 || to >= shown.length) return [...shown];
  const moved = shown.filter((other) => other !== id);
  moved.splice(to, 0, id);
  return moved;
}
