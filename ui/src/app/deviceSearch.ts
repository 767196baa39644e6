/**
 * What the devices page shows, as the search part of its address: every state of the list can be
 * reached by back and forward. Whatever an address holds, a valid state comes out.
 */
import { isStatus } from '@/format/status';
import type { DeviceFilter, DeviceTag, Sort, SortKey, Status } from '@/ipc/generated/contract';

const SORT_KEYS = [
  'name',
  'status',
  'speed',
  'fixAt',
  'askedAt',
  'battery',
  'fuel',
  'ignition',
  'place',
  'expires',
  'phoneNumber',
  'alerts',
] as const satisfies readonly SortKey[];

/** Parts that are at their default are left out of the address. */
export interface DeviceSearch {
  text?: string;
  statuses?: Status[];
  groups?: string[];
  /** Pairs of key and value. */
  tags?: [key: string, value: string][];
  odd?: true;
  sort?: SortKey;
  dir?: 'desc';
  device?: string;
}

export function isSortKey(value: unknown): value is SortKey {
  return SORT_KEYS.some((key) => key === value);
}

/** The router reads "17" as a number; ids and words are text. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

function withoutRepeats<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The pairs among these; each once. */
function pairsOf(values: readonly unknown[]): [string, string][] {
  const pairs = values.flatMap((value): [string, string][] => {
    if (!Array.isArray(value) || value.length !== 2) return [];
    const [key, of] = value.map(textOf);
    return key && of ? [[key, of]] : [];
  });
  const once = new Map(pairs.map((pair) => [JSON.stringify(pair), pair]));
  return [...once.values()];
}

const tagOf = ([key, value]: [string, string]): DeviceTag => ({ key, value });

/** Reads the search part of an address. */
export function validateDeviceSearch(search: Record<string, unknown>): DeviceSearch {
  const text = textOf(search.text);
  const statuses = withoutRepeats(listOf(search.statuses).filter(isStatus));
  const groups = withoutRepeats(listOf(search.groups).map(textOf).filter(Boolean));
  const tags = pairsOf(listOf(search.tags));
  const device = textOf(search.device);
  return {
    ...(text && { text }),
    ...(statuses.length > 0 && { statuses }),
    ...(groups.length > 0 && { groups }),
    ...(tags.length > 0 && { tags }),
    ...(search.odd === true && { odd: true as const }),
    ...(isSortKey(search.sort) && search.sort !== 'name' && { sort: search.sort }),
    ...(search.dir === 'desc' && { dir: 'desc' as const }),
    ...(device && { device }),
  };
}

/** Which devices the page shows. */
export function filterOf(search: DeviceSearch): DeviceFilter {
  return {
    text: search.text ?? '',
    statuses: search.statuses ?? [],
    groups: search.groups ?? [],
    tags: (search.tags ?? []).map(tagOf),
    odd: search.odd ?? false,
  };
}

/** In which order. */
export function sortOf(search: DeviceSearch): Sort {
  return { key: search.sort ?? 'name', descending: search.dir === 'desc' };
}

/** The search part for a filter, an order and an open device. */
export function searchOf(filter: DeviceFilter, sort: Sort, device: string | null): DeviceSearch {
  return validateDeviceSearch({
    ...filter,
    tags: filter.tags.map(({ key, value }) => [key, value]),
    sort: sort.key,
    dir: sort.descending ? 'desc' : undefined,
    device: device ?? undefined,
  });
}
