import { expect, test } from 'vitest';
import type { KindUsage } from '@/ipc/generated/contract';
import { countOf, LAYERS, layersOf, totalOf } from './kinds';

const KINDS: KindUsage[] = [
  { kind: 'positions', answered: 10, limited: 3, failed: 0 },
  { kind: 'users', answered: 1, limited: 1, failed: 2 },
];

test('every request is in exactly one column', () => {
  const counts = LAYERS.map((layer) => countOf(KINDS, layer));
  expect(counts.reduce((sum, count) => sum + count)).toBe(totalOf(KINDS));
  expect(countOf(KINDS, 'limited')).toBe(4);
  expect(countOf(KINDS, 'positions')).toBe(10);
});

test('columns that would be empty are left out, but for the refused ones', () => {
  expect(layersOf([{ kinds: KINDS }])).toEqual(['positions', 'users', 'failed', 'limited']);
  expect(layersOf([])).toEqual(['limited']);
});
