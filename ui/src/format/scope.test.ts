import { expect, it } from 'vitest';
import { EVERY_DEVICE } from '@/ipc/deviceFilter';
import type { DeviceSelection } from '@/ipc/generated/contract';
import { dayFault, scopeFault, scopeOf, selectionOf, weekBefore } from './scope';

const TODAY = '2026-11-12';
const matching = (filter: object, except: string[] = []): DeviceSelection => ({
  kind: 'matching',
  filter: { ...EVERY_DEVICE, ...filter },
  except,
});

it('begins with all, or with what was selected', () => {
  expect(scopeOf(null).scope).toBe('all');
  const groups = scopeOf(matching({ groups: ['g'] }));
  expect([groups.scope, groups.groups]).toEqual(['groups', ['g']]);
  for (const given of [
    matching({ text: 'van' }),
    matching({}, ['a']),
    { kind: 'ids' as const, ids: ['a'] },
  ]) {
    const scope = scopeOf(given);
    expect(scope.scope).toBe('given');
    expect(selectionOf(scope)).toEqual(given);
  }
});

it('says what is wrong', () => {
  const faultOf = (first: string, last: string) => dayFault({ first, last }, TODAY);
  expect(faultOf('2026-10-13', TODAY)).toBeNull();
  expect(faultOf('2026-10-12', TODAY)).toBe('tooLong');
  expect(faultOf('', TODAY)).toBe('noDay');
  expect(faultOf(TODAY, '2026-11-11')).toBe('order');
  expect(faultOf(TODAY, '2026-11-13')).toBe('future');
  expect(dayFault(weekBefore(TODAY), TODAY)).toBeNull();
  const none = scopeOf(null);
  expect(scopeFault({ ...none, scope: 'groups' })).toBe('noGroup');
  expect(scopeFault({ ...none, scope: 'devices' })).toBe('noDevice');
  expect(scopeFault(none)).toBeNull();
});
