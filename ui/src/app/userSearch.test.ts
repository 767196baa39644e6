import { expect, it } from 'vitest';
import { userSortOf, validateUserSearch } from './userSearch';

it('keeps what is valid of an address and loses the rest', () => {
  expect(
    validateUserSearch({
      chips: ['disabled', 17, '', null, 'disabled'],
      text: 4,
      sort: 'colour',
      dir: 'sideways',
      user: 4711,
      stray: true,
    }),
  ).toEqual({ chips: ['disabled', '17'], text: '4', user: '4711' });
});

it('copies into a new user only', () => {
  expect(validateUserSearch({ user: 'new', copyOf: 4 })).toEqual({ user: 'new', copyOf: '4' });
  expect(validateUserSearch({ user: '4', copyOf: '5' })).toEqual({ user: '4' });
});

it('orders by name where an address says nothing', () => {
  expect(userSortOf(validateUserSearch({}))).toEqual({ key: 'name', descending: false });
  expect(userSortOf(validateUserSearch({ sort: 'lastLogin', dir: 'desc' }))).toEqual({
    key: 'lastLogin',
    descending: true,
  });
});
