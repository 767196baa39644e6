import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it('knows weak from strong', () => {
  expect(strengthOf('password1', [])).toBe(0);
  expect(strengthOf('correct-horse-battery-91-staple', [])).toBe(4);
});

it('takes the name of the user for weak', () => {
  expect(strengthOf('anamariagonzalez', ['anamariagonzalez'])).toBe(0);
});
