/** What the reports page begins with, as the search part of its address: devices that were selected. */
import type { DeviceSelection } from '@/ipc/generated/contract';

export interface ReportSearch {
  selection?: DeviceSelection;
}

/** Reads the search part of an address. */
export function validateReportSearch(search: Record<string, unknown>): ReportSearch {
  const { selection } = search;
  return isSelection(selection) ? { selection } : {};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isIds = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

function isSelection(value: unknown): value is DeviceSelection {
  if (!isRecord(value)) return false;
  if (value.kind === 'ids') return isIds(value.ids);
  return value.kind === 'matching' && isRecord(value.filter) && isIds(value.except);
}
