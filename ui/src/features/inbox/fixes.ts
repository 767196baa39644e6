/** What can be done about each matter; the first is what most want. */
import type { MatterKind } from '@/ipc/generated/contract';

export type Fix = 'extend' | 'disable' | 'group' | 'deleteGroups' | 'addToGroups' | 'openService';

export const FIXES: Readonly<Record<MatterKind, readonly Fix[]>> = {
  expired: ['extend', 'disable'],
  expiringSoon: ['extend', 'disable'],
  neverLoggedIn: ['disable'],
  longNotLoggedIn: ['disable'],
  seesNothing: ['group'],
  emptyGroups: ['deleteGroups'],
  ungroupedDevices: ['addToGroups'],
  expiringDevices: ['openService'],
};

/** What a matter's ids are of. */
export function thingsOf(kind: MatterKind): 'users' | 'groups' | 'devices' {
  if (kind === 'emptyGroups') return 'groups';
  return kind === 'ungroupedDevices' || kind === 'expiringDevices' ? 'devices' : 'users';
}
