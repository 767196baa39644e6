import { expect, it } from 'vitest';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { DeviceSelection } from '@/ipc/generated/contract';
import { dayFault, orderOf, scopeFault, wantedAtFirst } from './wanted';

const TODAY = '2026-11-12';
const matching = (filter: object, except: string[] = []): DeviceSelection => ({
  kind: 'matching',
  filter: { ...EVERY_DEVICE, ...filter },
  except,
});

it('begins with the last seven days of all, or with what was selected', () => {
  const first = wantedAtFirst(null, null, TODAY);
  expect([first.scope, first.first, first.last]).toEqual(['all', '2026-11-05', '2026-11-11']);
  const groups = wantedAtFirst(matching({ groups: ['g'] }), null, TODAY);
  expect([groups.scope, groups.groups]).toEqual(['groups', ['g']]);
  for (const given of [
    matching({ text: 'van' }),
    matching({}, ['a']),
    { kind: 'ids' as const, ids: ['a'] },
  ]) {
    const wanted = wantedAtFirst(given, null, TODAY);
    expect(wanted.scope).toBe('given');
    expect(orderOf(wanted, 'UTC').devices).toEqual(given);
  }
});

it('goes on with what was ordered last', () => {
  const wanted = { ...wantedAtFirst(null, null, TODAY), first: '2026-11-01', limitKmh: 90 };
  const again = wantedAtFirst(null, orderOf(wanted, 'UTC'), TODAY);
  expect(again).toEqual(wanted);
});

it('says what is wrong', () => {
  const faultOf = (first: string, last: string) =>
    dayFault({ ...wantedAtFirst(null, null, TODAY), first, last }, TODAY);
  expect(faultOf('2026-10-13', TODAY)).toBeNull();
  expect(faultOf('2026-10-12', TODAY)).toBe('tooLong');
  expect(faultOf('', TODAY)).toBe('noDay');
  expect(faultOf(TODAY, '2026-11-11')).toBe('order');
  expect(faultOf(TODAY, '2026-11-13')).toBe('future');
  const none = wantedAtFirst(null, null, TODAY);
  expect(scopeFault({ ...none, scope: 'groups' })).toBe('noGroup');
  expect(scopeFault({ ...none, scope: 'devices' })).toBe('noDevice');
  expect(scopeFault(none)).toBeNull();
});
