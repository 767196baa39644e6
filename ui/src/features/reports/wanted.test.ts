import { expect, it } from 'vitest';
import { isLimit, orderOf, wantedAtFirst } from './wanted';

const TODAY = '2026-11-12';

it('begins with the last seven days of all, or with what was selected', () => {
  const first = wantedAtFirst(null, null, TODAY);
  expect([first.scope, first.first, first.last]).toEqual(['all', '2026-11-05', '2026-11-11']);
  const given = { kind: 'ids' as const, ids: ['a'] };
  const wanted = wantedAtFirst(given, orderOf(first, 'UTC'), TODAY);
  expect(orderOf(wanted, 'UTC').devices).toEqual(given);
});

it('goes on with what was ordered last', () => {
  const wanted = { ...wantedAtFirst(null, null, TODAY), first: '2026-11-01', limitKmh: 90 };
  const again = wantedAtFirst(null, orderOf(wanted, 'UTC'), TODAY);
  expect(again).toEqual(wanted);
});

it('takes a limit that a road has, or none', () => {
  expect([null, 1, 300].every(isLimit)).toBe(true);
  expect([0, 301].some(isLimit)).toBe(false);
});
