/**
 * What a person can set of a group or a user, compared field by field. Lists count as sets: the order
 * of devices and of privileges says nothing.
 */
import type { AnyForm, Field, GroupForm, UserForm } from './generated/contract';

export type Form = GroupForm | UserForm;

export const GROUP_FIELDS = ['name', 'description', 'devices'] as const satisfies (keyof GroupForm &
  Field)[];

/** In the order in which a person thinks of them. */
export const USER_FIELDS = [
  'name',
  'email',
  'group',
  'deviceId',
  'privileges',
  'adminDevices',
  'disabled',
  'disabledMessage',
  'from',
  'expires',
  'country',
  'timeZone',
  'description',
  'message',
  'tags',
] as const satisfies (keyof UserForm & Field)[];

export const EMPTY_GROUP: Readonly<GroupForm> = { name: '', description: '', devices: [] };

export const EMPTY_USER: Readonly<UserForm> = {
  name: '',
  email: '',
  country: '',
  timeZone: '',
  description: '',
  message: '',
  disabled: false,
  disabledMessage: '',
  tags: {},
  privileges: [],
  group: '',
  deviceId: '',
  adminDevices: null,
  from: null,
  expires: null,
};

const FIELDS: readonly Field[] = [...new Set<Field>([...USER_FIELDS, ...GROUP_FIELDS])];

export function isField(name: string | undefined): name is Field {
  return FIELDS.some((field) => field === name);
}

/** The ids that `of` has and `from` lacks. */
export function idsBeyond(of: readonly string[], from: readonly string[]): string[] {
  const known = new Set(from);
  return of.filter((id) => !known.has(id));
}

/** The fields in which two forms of one kind differ. */
export function fieldsThatDiffer<F extends Form>(a: F, b: F): (keyof F & Field)[] {
  const fields = FIELDS.filter((field): field is keyof F & Field => field in a);
  return fields.filter((field) => !isSame(a[field], b[field], field));
}

function isSame(a: unknown, b: unknown, field: Field): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return idsBeyond(a, b).length === 0 && idsBeyond(b, a).length === 0;
  }
  if (field === 'adminDevices') return (a ?? 0) === (b ?? 0);
  if (field === 'from' || field === 'expires') return momentOf(a) === momentOf(b);
  if (field === 'tags') return pairsOf(a) === pairsOf(b);
  return a === b;
}

/** One moment may be written in several ways. */
const momentOf = (at: unknown) => (typeof at === 'string' ? Date.parse(at) : null);

const pairsOf = (pairs: unknown) => JSON.stringify(Object.entries(pairs ?? {}).sort());

/** The name by which people know what a form describes. */
export function nameOfForm({ subject, form }: AnyForm): string {
  return subject === 'user' ? form.name.trim() || form.email : form.name;
}
