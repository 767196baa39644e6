/** What a person wants a report of, as the form holds it, and the order that it makes. Pure. */
import { startOfDay } from '@/format/days';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { DeviceSelection, ReportOrder } from '@/ipc/generated/contract';

/** The most days that a report is about. */
export const MOST_DAYS = 31;
/** What counts as a limit, in km/h. */
export const LIMIT_KMH = { least: 1, most: 300 } as const;

const DAY_MS = 86_400_000;

export interface NamedDevice {
  id: string;
  name: string;
}

export type ScopeKind = 'all' | 'groups' | 'devices' | 'given';

export interface Wanted {
  scope: ScopeKind;
  groups: string[];
  devices: NamedDevice[];
  /** What was selected elsewhere. */
  given: DeviceSelection | null;
  first: string;
  last: string;
  /** Null for none. */
  limitKmh: number | null;
}

export type Fault = 'noDay' | 'order' | 'future' | 'tooLong' | 'noGroup' | 'noDevice';

/** A day some days later, or earlier; counted without clocks. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}

function lengthOf(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

/** What is wrong with the days; null for nothing. */
export function dayFault({ first, last }: Wanted, today: string): Fault | null {
  if (startOfDay(first) === null || startOfDay(last) === null) return 'noDay';
  if (last < first) return 'order';
  if (last > today) return 'future';
  return lengthOf(first, last) > MOST_DAYS ? 'tooLong' : null;
}

/** What is wrong with the choice of vehicles; null for nothing. */
export function scopeFault({ scope, groups, devices }: Wanted): Fault | null {
  if (scope === 'groups' && groups.length === 0) return 'noGroup';
  return scope === 'devices' && devices.length === 0 ? 'noDevice' : null;
}

export function isLimit(limitKmh: number | null): boolean {
  return limitKmh === null || (limitKmh >= LIMIT_KMH.least && limitKmh <= LIMIT_KMH.most);
}

function selectionOf({ scope, groups, devices, given }: Wanted): DeviceSelection {
  if (scope === 'devices') return { kind: 'ids', ids: devices.map(({ id }) => id) };
  if (scope === 'given' && given) return given;
  const filter = scope === 'groups' ? { ...EVERY_DEVICE, groups } : EVERY_DEVICE;
  return { kind: 'matching', filter, except: [] };
}

export function orderOf(wanted: Wanted, timeZone: string): ReportOrder {
  const { first, last, limitKmh } = wanted;
  return { devices: selectionOf(wanted), first, last, timeZone, limitKmh };
}

/** What the form begins with: what was selected elsewhere, or else what was ordered last. */
export function wantedAtFirst(
  given: DeviceSelection | null,
  last: ReportOrder | null,
  today: string,
): Wanted {
  const yesterday = shifted(today, -1);
  return {
    scope: 'all',
    groups: [],
    devices: [],
    given: null,
    first: last?.first ?? shifted(yesterday, -6),
    last: last?.last ?? yesterday,
    limitKmh: last?.limitKmh ?? null,
    ...scopeOf(given ?? last?.devices ?? null),
  };
}

function scopeOf(selection: DeviceSelection | null): Partial<Wanted> {
  if (selection === null) return {};
  if (selection.kind === 'ids' || selection.except.length > 0) {
    return { scope: 'given', given: selection };
  }
  const { groups, ...rest } = selection.filter;
  const isNarrowed =
    rest.odd || rest.text !== '' || rest.statuses.length > 0 || rest.tags.length > 0;
  if (isNarrowed) return { scope: 'given', given: selection };
  return groups.length > 0 ? { scope: 'groups', groups } : { scope: 'all' };
}
