import { expect, it } from 'vitest';
import { fieldsThatDiffer } from './groupForm';

const NORTH = { name: 'North', description: '', devices: ['1', '2'] };

it('devices in another order are the same devices', () => {
  expect(fieldsThatDiffer(NORTH, { ...NORTH, devices: ['2', '1'] })).toEqual([]);
});

it('a device more or less is a difference', () => {
  expect(fieldsThatDiffer(NORTH, { ...NORTH, devices: ['1'] })).toEqual(['devices']);
  expect(fieldsThatDiffer(NORTH, { ...NORTH, devices: ['1', '2', '3'] })).toEqual(['devices']);
});

it('texts differ by every letter', () => {
  expect(fieldsThatDiffer(NORTH, { ...NORTH, name: 'north', description: ' ' })).toEqual([
    'name',
    'description',
  ]);
});
