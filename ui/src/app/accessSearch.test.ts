import { expect, it } from 'vitest';
import { validateAccessSearch } from './accessSearch';

it('reads what an address holds, and nothing else', () => {
  expect(validateAccessSearch({ view: 'users', only: 'all', open: 17, more: 1 })).toEqual({
    view: 'users',
    only: 'all',
    open: '17',
  });
  expect(validateAccessSearch({ view: 'cats', only: 'all', open: {} })).toEqual({});
  expect(validateAccessSearch({ only: 'nothing' })).toEqual({ only: 'nothing' });
});
