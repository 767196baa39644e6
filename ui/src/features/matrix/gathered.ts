/** Changes to the members of groups that were made cell by cell and are not sent yet. Pure. */
import type { Change, GroupForm } from '@/ipc/generated/contract';

/** What becomes of one group. */
export interface GatheredGroup {
  /** As the person saw it when they began. */
  readonly before: GroupForm;
  /** Whether each touched device is to be in it; only what differs from before. */
  readonly wanted: ReadonlyMap<string, boolean>;
}

/** By the ids of the groups. */
export type Gathered = ReadonlyMap<string, GatheredGroup>;

export const NONE_GATHERED: Gathered = new Map();

/** Members of groups are asked for cell by cell. */
const memberSets = new WeakMap<GroupForm, ReadonlySet<string>>();

export function membersOf(form: GroupForm): ReadonlySet<string> {
  const known = memberSets.get(form) ?? new Set(form.devices);
  memberSets.set(form, known);
  return known;
}

/** How many devices a group would have. */
export function sizeOf({ before, wanted }: GatheredGroup): number {
  let size = membersOf(before).size;
  for (const isIn of wanted.values()) size += isIn ? 1 : -1;
  return size;
}

export type Flip = { kind: 'flipped'; gathered: Gathered } | { kind: 'wouldBeEmpty' };

/** With one cell the other way around. The service takes no group without a device. */
export function flipped(gathered: Gathered, group: string, form: GroupForm, device: string): Flip {
  const known = gathered.get(group) ?? { before: form, wanted: new Map() };
  const was = membersOf(known.before).has(device);
  const is = known.wanted.get(device) ?? was;
  const wanted = new Map(known.wanted);
  if (!is === was) wanted.delete(device);
  else wanted.set(device, !is);
  const next = { before: known.before, wanted };
  if (is && sizeOf(next) === 0) return { kind: 'wouldBeEmpty' };
  const all = new Map(gathered);
  if (wanted.size === 0) all.delete(group);
  else all.set(group, next);
  return { kind: 'flipped', gathered: all };
}

/** Whether a device is to be in a group, and whether that is a change. */
export function cellOf(gathered: Gathered, group: string, form: GroupForm, device: string) {
  const known = gathered.get(group);
  const wanted = known?.wanted.get(device);
  return wanted === undefined
    ? { isIn: membersOf(form).has(device), isChanged: false }
    : { isIn: wanted, isChanged: true };
}

/** How many cells were changed. */
export function countCells(gathered: Gathered): number {
  return [...gathered.values()].reduce((sum, { wanted }) => sum + wanted.size, 0);
}

/** The changes to be reviewed. */
export function changesOf(gathered: Gathered): Change<GroupForm>[] {
  return [...gathered].map(([id, { before, wanted }]) => {
    const kept = before.devices.filter((device) => wanted.get(device) !== false);
    const added = [...wanted].filter(([, isIn]) => isIn).map(([device]) => device);
    return { kind: 'edit', id, before, after: { ...before, devices: [...kept, ...added] } };
  });
}
