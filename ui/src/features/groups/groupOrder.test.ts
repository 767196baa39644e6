import { describe, expect, it } from 'vitest';
import type { GroupRow } from '@/ipc/generated/contract';
import { filterGroups, sortGroups } from './groupOrder';

function group(id: string, name: string, rest: Partial<GroupRow> = {}): GroupRow {
  return {
    id,
    name,
    description: null,
    devices: 1,
    users: null,
    modifiedAt: null,
    isIncomplete: false,
    ...rest,
  };
}

const ids = (groups: readonly GroupRow[]) => groups.map(({ id }) => id).join('');

describe('the filter', () => {
  const groups = [
    group('a', 'Perú norte', { description: 'Camiones' }),
    group('b', 'Chile norte'),
    group('c', 'Sur'),
  ];

  it('finds words in name and description, whatever their case and accents', () => {
    expect(ids(filterGroups(groups, 'PERU camión'))).toBe('a');
    expect(ids(filterGroups(groups, 'chile camión'))).toBe('');
    expect(ids(filterGroups(groups, ' norte '))).toBe('ab');
  });

  it('keeps all without words', () => {
    expect(filterGroups(groups, '  ')).toBe(groups);
  });
});

describe('the order', () => {
  it('of names is the language’s, with numbers as numbers', () => {
    const groups = [
      group('a', 'Ruta 10'),
      group('b', 'ruta 9'),
      group('c', 'Árbol'),
      group('d', 'Zona'),
    ];
    expect(ids(sortGroups(groups, { columnId: 'name', descending: false }, 'es'))).toBe('cbad');
    expect(ids(sortGroups(groups, { columnId: 'name', descending: true }, 'es'))).toBe('dabc');
  });

  it('puts what is not known last in both directions, and zero is known', () => {
    const groups = [
      group('a', 'A', { users: null }),
      group('b', 'B', { users: 0 }),
      group('c', 'C', { users: 5 }),
    ];
    expect(ids(sortGroups(groups, { columnId: 'users', descending: false }, 'en'))).toBe('bca');
    expect(ids(sortGroups(groups, { columnId: 'users', descending: true }, 'en'))).toBe('cba');
  });

  it('of ties goes by name', () => {
    const groups = [group('a', 'B'), group('b', 'A')];
    expect(ids(sortGroups(groups, { columnId: 'devices', descending: true }, 'en'))).toBe('ba');
  });
});
