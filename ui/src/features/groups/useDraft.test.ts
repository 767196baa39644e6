import { expect, it } from 'vitest';
import { tidied } from './useDraft';

it('takes the blanks from what was typed and leaves the rest to the letter', () => {
  const before = { name: 'North ', description: '', devices: [] };
  expect(tidied({ ...before, description: ' new ' }, before)).toEqual({
    name: 'North ',
    description: 'new',
    devices: [],
  });
  expect(tidied({ ...before, name: ' South ' }, before).name).toBe('South');
});
