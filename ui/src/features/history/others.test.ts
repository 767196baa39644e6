import { expect, it } from 'vitest';
import { daysMissing, spanOf } from './others';

it('the time line reaches over all devices that have positions', () => {
  expect(spanOf([{ atS: [10, 20] }, undefined, { atS: [] }, { atS: [5, 12] }])).toEqual([5, 20]);
  expect(spanOf([])).toEqual([0, 0]);
});

it('a day that is known in part is one of which something is missing', () => {
  const day = { day: '2026-11-10', fixes: 0 };
  const days = (['stored', 'part', 'missing', 'empty', 'future'] as const).map((state) => ({
    ...day,
    state,
  }));
  expect(daysMissing({ days })).toBe(2);
});
