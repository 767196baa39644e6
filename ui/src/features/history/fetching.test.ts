import { expect, it } from 'vitest';
import type { FetchState, FetchView, HistoryDays, HistoryQuery } from '@/ipc/generated/contract';
import { goesByItself } from './fetching';

const day = '2026-11-12';
const query: HistoryQuery = { id: 'a', first: day, last: day, timeZone: 'UTC' };
const days: HistoryDays = {
  today: day,
  days: [{ day, state: 'missing', fixes: 0 }],
  requests: 1,
  durationS: 1,
  resultsPerDay: null,
};

function fetch(state: FetchState, id = 'a'): FetchView {
  const device = { id, name: id, isListed: true };
  const counts = { daysTotal: 1, daysDone: 0, fixes: 0 };
  return { progress: { device, first: day, last: day, ...counts, state }, problem: null };
}

it('a single day that nothing is known of is fetched at once', () => {
  expect(goesByItself(query, days, null, false)).toBe(true);
  expect(goesByItself(query, days, fetch('done', 'b'), false)).toBe(true);
});

it('never a second time, nor what failed', () => {
  expect(goesByItself(query, days, null, true)).toBe(false);
  for (const state of ['failed', 'daySpent', 'cancelled', 'running'] as const) {
    expect(goesByItself(query, days, fetch(state), false)).toBe(false);
  }
});

it('nothing that costs more, is known in part, or would disturb another fetch', () => {
  expect(goesByItself(query, { ...days, requests: 2 }, null, false)).toBe(false);
  expect(goesByItself({ ...query, first: '2026-11-11' }, days, null, false)).toBe(false);
  const part: HistoryDays = { ...days, days: [{ day, state: 'part', fixes: 3 }] };
  expect(goesByItself(query, part, null, false)).toBe(false);
  expect(goesByItself(query, days, fetch('running', 'b'), false)).toBe(false);
});
