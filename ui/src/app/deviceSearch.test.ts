import { describe, expect, it } from 'vitest';
import { filterOf, searchOf, sortOf, validateDeviceSearch } from './deviceSearch';

describe('an address', () => {
  it('without a search part shows all devices by name', () => {
    const search = validateDeviceSearch({});
    expect(search).toEqual({});
    expect(filterOf(search)).toEqual({ text: '', statuses: [], groups: [], tags: [], odd: false });
    expect(sortOf(search)).toEqual({ key: 'name', descending: false });
  });

  it('loses what is not valid and keeps the rest', () => {
    expect(
      validateDeviceSearch({
        text: { not: 'text' },
        statuses: ['moving', 'flying', 'moving', 7],
        groups: ['a', null, 'a'],
        tags: ['depot', ['depot'], ['', 'x'], ['depot', null], 7],
        odd: 'perhaps',
        sort: 'colour',
        dir: 'sideways',
        device: ['x'],
        stray: true,
      }),
    ).toEqual({ statuses: ['moving'], groups: ['a'] });
  });

  it('reads one value as a list of one', () => {
    expect(validateDeviceSearch({ statuses: 'silent', groups: 'g' })).toEqual({
      statuses: ['silent'],
      groups: ['g'],
    });
  });

  it('keeps ids and words that look like numbers as text', () => {
    const search = { text: 17, device: 4711, groups: [3], tags: [['site', 12]] };
    expect(validateDeviceSearch(search)).toEqual({
      text: '17',
      device: '4711',
      groups: ['3'],
      tags: [['site', '12']],
    });
  });
});

it('what is written can be read again', () => {
  const filter = {
    text: 'van',
    statuses: ['idling' as const],
    groups: ['north'],
    tags: [
      { key: 'depot', value: 'La Serena = Coquimbo' },
      { key: 'depot', value: 'Peñuelas' },
    ],
    odd: true,
  };
  const sort = { key: 'fixAt' as const, descending: true };
  const search = searchOf(filter, sort, 'd/1?');
  expect(validateDeviceSearch({ ...search })).toEqual(search);
  expect(filterOf(search)).toEqual(filter);
  expect(sortOf(search)).toEqual(sort);
  expect(search.device).toBe('d/1?');
});
