/** The columns of the device list by their names, and which of them are shown in which order. */
import { knownColumns } from '@/components/columnOrder';

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

/** The columns to show, from the setting; names of another version of the app are passed over. */
export function shownColumns(setting: readonly string[] | null): ColumnId[] {
  return setting ? knownColumns(setting, COLUMN_IDS) : [...COLUMN_IDS];
}
