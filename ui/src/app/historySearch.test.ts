import { expect, it } from 'vitest';
import { validateHistorySearch } from './historySearch';

it('an address without a search part is no device, today', () => {
  expect(validateHistorySearch({})).toEqual({});
});

it('keeps a device and its days', () => {
  const search = { device: 'van-1', first: '2026-11-10', last: '2026-11-12' };
  expect(validateHistorySearch(search)).toEqual(search);
  expect(validateHistorySearch({ device: 17 })).toEqual({ device: '17' });
});

it('keeps devices that are shown beside it, each once and not too many', () => {
  expect(validateHistorySearch({ device: 'a', also: ['a', 7, '7', 'b', null] })).toEqual({
    device: 'a',
    also: ['7', 'b'],
  });
  expect(validateHistorySearch({ device: 'a', also: [1, 2, 3, 4, 5] }).also).toHaveLength(4);
  expect(validateHistorySearch({ also: ['b'] })).toEqual({});
});

it('loses what is not valid and keeps the rest', () => {
  expect(
    validateHistorySearch({ device: ['a'], first: '2026-02-30', last: '2026-11-12', stray: 1 }),
  ).toEqual({ last: '2026-11-12' });
  expect(validateHistorySearch({ first: 20261112, last: 'yesterday' })).toEqual({});
});

it('puts the days in order, and takes the latest where there are too many', () => {
  expect(validateHistorySearch({ first: '2026-11-12', last: '2026-11-10' })).toEqual({
    first: '2026-11-10',
    last: '2026-11-12',
  });
  expect(validateHistorySearch({ first: '2025-01-01', last: '2026-11-12' })).toEqual({
    first: '2026-10-13',
    last: '2026-11-12',
  });
});
