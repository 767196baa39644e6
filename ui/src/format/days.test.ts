import { expect, it } from 'vitest';
import { dayText, endOfDay, extended, startOfDay, startOfNextDay } from './days';

it('a day begins and ends where the reader is', () => {
  expect(startOfDay('2027-02-03')).toBe(new Date(2027, 1, 3).toISOString());
  expect(endOfDay('2027-02-03')).toBe(new Date(2027, 1, 3, 23, 59, 59).toISOString());
  expect(dayText(endOfDay('2027-02-03'))).toBe('2027-02-03');
});

it('what is no day is none', () => {
  for (const text of ['', 'soon', '2027-02-31', '2027-13-01', '3/2/2027', '0202-12-31']) {
    expect(endOfDay(text)).toBeNull();
  }
});

it('goes on from the end, or from now where that is over', () => {
  const now = Date.parse('2026-06-01T00:00:00Z');
  expect(extended('2026-07-01T12:00:00Z', now, 30)).toBe('2026-07-31T12:00:00.000Z');
  expect(extended('2026-05-01T12:00:00Z', now, 30)).toBe('2026-07-01T00:00:00.000Z');
  expect(extended(null, now, 1)).toBe('2026-06-02T00:00:00.000Z');
});

it('a day ends where the next one begins, however long it is', () => {
  const noon = new Date(2027, 2, 28, 12).getTime();
  expect(startOfNextDay(noon)).toBe(new Date(2027, 2, 29).getTime());
  expect(startOfNextDay(new Date(2027, 11, 31, 23, 59).getTime())).toBe(
    new Date(2028, 0, 1).getTime(),
  );
});
