import { expect, it } from 'vitest';
import { minuteOf, timeOf } from './minuteOfDay';

it('reads what it writes, and nothing that is no time of day', () => {
  for (const minute of [0, 59, 450, 1_439]) expect(minuteOf(timeOf(minute))).toBe(minute);
  expect(timeOf(450)).toBe('07:30');
  for (const wrong of ['', '24:00', '07:60', 'soon']) expect(minuteOf(wrong)).toBeNull();
});
