import { expect, it } from 'vitest';
import { hidesSilent, toggleSilent } from './silent';

const BUT_SILENT = ['moving', 'idling', 'parked', 'neverReported', 'notAsked'] as const;

it('of everyone the others stay', () => {
  expect(toggleSilent([])).toEqual(BUT_SILENT);
});

it('twice is as before', () => {
  expect(toggleSilent(toggleSilent([]))).toEqual([]);
  expect(toggleSilent(toggleSilent(['moving', 'silent']))).toEqual(['moving', 'silent']);
});

it('where only the silent were shown, the others take their place', () => {
  expect(toggleSilent(['silent'])).toEqual(BUT_SILENT);
});

it('a filter by other statuses hides the silent', () => {
  expect([hidesSilent([]), hidesSilent(['moving']), hidesSilent(['silent'])]).toEqual([
    false,
    true,
    false,
  ]);
});
