import { expect, it } from 'vitest';
import { EMPTY_USER, fieldsThatDiffer, nameOfForm } from './forms';
import type { UserForm } from './generated/contract';

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

it('one moment written in two ways is one moment', () => {
  const before: UserForm = { ...EMPTY_USER, expires: '2027-01-01T00:00:00Z' };
  expect(fieldsThatDiffer(before, { ...before, expires: '2027-01-01T00:00:00.000Z' })).toEqual([]);
  expect(fieldsThatDiffer(before, { ...before, expires: null })).toEqual(['expires']);
});

it('tags differ by name and value, not by order', () => {
  const before: UserForm = { ...EMPTY_USER, tags: { team: 'night', site: 'north' } };
  const same: UserForm = { ...EMPTY_USER, tags: { site: 'north', team: 'night' } };
  expect(fieldsThatDiffer(before, same)).toEqual([]);
  expect(fieldsThatDiffer(before, { ...same, tags: { team: 'day' } })).toEqual(['tags']);
});

it('no devices to administer are as good as none set', () => {
  expect(fieldsThatDiffer(EMPTY_USER, { ...EMPTY_USER, adminDevices: 0 })).toEqual([]);
});

it('a user without a name is known by the user name', () => {
  const form = { ...EMPTY_USER, name: ' ', email: 'ana@flota.example' };
  expect(nameOfForm({ subject: 'user', form })).toBe('ana@flota.example');
});
