import { expect, it } from 'vitest';
import { catalogs } from '@/i18n/catalogs';
import { readChip } from './chips';
import { lexiconOf } from './lexicon';
import { suggestionsFor } from './suggestions';

const { words, explain } = catalogs.en.users.chip;
const lexicon = lexiconOf([words]);
const surroundings = {
  lexicon,
  words,
  values: { group: ['North', 'South'], privilege: ['view'], tag: [] },
  today: new Date(2026, 5, 1),
};
const offered = (text: string) =>
  suggestionsFor(text, surroundings, (explained) => explain[explained]).map((one) => one.text);

it('all that are whole are understood', () => {
  const all = suggestionsFor('', surroundings, (explained) => explain[explained]);
  const unclear = all.filter(({ text, isWhole }) => isWhole && !readChip(text, lexicon));
  expect(unclear).toEqual([]);
});

it('are found by what they say and by what they mean', () => {
  expect(offered('disab')).toEqual(['disabled']);
  expect(offered('shut out')).toEqual(['disabled']);
});

it('name what the account has', () => {
  expect(offered('group:')).toEqual(['group:North', 'group:South']);
  expect(offered('-group:so')).toEqual(['-group:South']);
});
