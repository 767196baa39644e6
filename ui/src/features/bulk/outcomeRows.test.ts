import { describe, expect, it } from 'vitest';
import type { ItemRow } from '@/ipc/generated/contract';
import { type OutcomeWords, outcomeRows } from './outcomeRows';

const words: OutcomeWords = {
  headers: ['Name', 'Id', 'What', 'Changes', 'State', 'Words'],
  kind: ({ kind }) => kind,
  state: ({ state }) => state,
  trouble: ({ code, words: said }) => `${code}: ${said}`,
  field: ({ field }) => field,
  yes: 'yes',
  no: 'no',
  devices: (count) => `${count} devices`,
};

const item = (some: Partial<ItemRow>): ItemRow => ({
  ...{ place: 0, id: '7', name: 'Ana', kind: 'edit', fields: [], state: 'done' },
  ...{ row: null, problem: null, isGone: false, trouble: null },
  ...some,
});

describe('the outcome as a table', () => {
  it('has a row for each thing, with before and after', () => {
    const fields: ItemRow['fields'] = [
      {
        field: 'disabled',
        before: { kind: 'flag', on: false },
        after: { kind: 'flag', on: true },
        added: [],
        removed: [],
      },
    ];
    const [headers, row] = outcomeRows([item({ fields })], words);
    expect(headers).toEqual(words.headers);
    expect(row).toEqual(['Ana', '7', 'edit', 'disabled: no → yes', 'done', '']);
  });

  it('tells why something failed', () => {
    const trouble = { code: 'refused' as const, words: 'Unknown zone' };
    const [, row] = outcomeRows([item({ state: 'failed', trouble })], words);
    expect(row?.slice(-2)).toEqual(['failed', 'refused: Unknown zone']);
  });

  it('tells devices by name', () => {
    const van = { id: '1', name: 'Van 1', isListed: true };
    const none = { kind: 'devices' as const, count: 0 };
    const change = {
      field: 'devices' as const,
      before: none,
      after: none,
      added: [van],
      removed: [],
    };
    expect(outcomeRows([item({ fields: [change] })], words)[1]?.[3]).toBe('devices: +Van 1');
  });
});
