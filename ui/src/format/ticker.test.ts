import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTicker } from './ticker';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells all listeners from one timer', () => {
  const ticker = createTicker(1000);
  const [first, second] = [vi.fn(), vi.fn()];
  ticker.subscribe(first);
  ticker.subscribe(second);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(first).toHaveBeenCalledTimes(2);
  expect(second).toHaveBeenCalledTimes(2);
  expect(ticker.now()).toBe(1_002_000);
});

it('stops its timer when the last listener leaves', () => {
  const ticker = createTicker(1000);
  const stop = ticker.subscribe(() => {});
  stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('keeps the time still between ticks, so that a render reads one time', () => {
  const ticker = createTicker(1000);
  ticker.subscribe(() => {});
  vi.advanceTimersByTime(999);
  expect(ticker.now()).toBe(1_000_000);
});
