/** Whose past a person wants to see, and of which days: as forms hold it, and what it selects. Pure. */
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { DeviceSelection } from '@/ipc/generated/contract';
import { startOfDay } from './days';

/** The most days that are looked at together. */
export const MOST_DAYS = 31;

const DAY_MS = 86_400_000;

export interface NamedDevice {
  id: string;
  name: string;
}

export type ScopeKind = 'all' | 'groups' | 'devices' | 'given';

export interface Scope {
  scope: ScopeKind;
  groups: string[];
  devices: NamedDevice[];
  /** What was selected elsewhere. */
  given: DeviceSelection | null;
}

export interface DayRange {
  first: string;
  last: string;
}

export type DayFault = 'noDay' | 'order' | 'future' | 'tooLong';
export type ScopeFault = 'noGroup' | 'noDevice';

/** A day some days later, or earlier; counted without clocks. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}

function lengthOf({ first, last }: DayRange): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
}

/** The seven days before today. */
export function weekBefore(today: string): DayRange {
  return { first: shifted(today, -7), last: shifted(today, -1) };
}

/** What is wrong with the days; null for nothing. */
export function dayFault({ first, last }: DayRange, today: string): DayFault | null {
  if (startOfDay(first) === null || startOfDay(last) === null) return 'noDay';
  if (last < first) return 'order';
  if (last > today) return 'future';
  return lengthOf({ first, last }) > MOST_DAYS ? 'tooLong' : null;
}

/** What is wrong with the choice of vehicles; null for nothing. */
export function scopeFault({ scope, groups, devices }: Scope): ScopeFault | null {
  if (scope === 'groups' && groups.length === 0) return 'noGroup';
  return scope === 'devices' && devices.length === 0 ? 'noDevice' : null;
}

export function selectionOf({ scope, groups, devices, given }: Scope): DeviceSelection {
  if (scope === 'devices') return { kind: 'ids', ids: devices.map(({ id }) => id) };
  if (scope === 'given' && given) return given;
  const filter = scope === 'groups' ? { ...EVERY_DEVICE, groups } : EVERY_DEVICE;
  return { kind: 'matching', filter, except: [] };
}

/** What a form begins with: all, or what was selected. */
export function scopeOf(selection: DeviceSelection | null): Scope {
  return { scope: 'all', groups: [], devices: [], given: null, ...partOf(selection) };
}

function partOf(selection: DeviceSelection | null): Partial<Scope> {
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
