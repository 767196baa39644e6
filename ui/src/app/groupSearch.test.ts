import { expect, it } from 'vitest';
import { validateGroupSearch } from './groupSearch';

it('keeps ids that look like numbers as text and loses what is not valid', () => {
  expect(validateGroupSearch({ group: 17, stray: true })).toEqual({ group: '17' });
  expect(validateGroupSearch({ group: ['x'] })).toEqual({});
  expect(validateGroupSearch({ group: '' })).toEqual({});
});

it('copies into a new group only', () => {
  expect(validateGroupSearch({ group: 'new', copyOf: 4 })).toEqual({ group: 'new', copyOf: '4' });
  expect(validateGroupSearch({ group: '4', copyOf: '5' })).toEqual({ group: '4' });
});
