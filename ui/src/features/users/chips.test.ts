import { describe, expect, it } from 'vitest';
import { catalogs } from '@/i18n/catalogs';
import type { UserTerm } from '@/ipc/generated/contract';
import { chipOf, filterOf, isTyped, partsOf, readChip, turned } from './chips';
import { lexiconOf } from './lexicon';

const words = catalogs.en.users.chip.words;
const lexicon = lexiconOf([words, catalogs.es.users.chip.words]);
const read = (text: string) => readChip(text, lexicon);

const moment = (of: string, lies: object, not = false) => ({
  not,
  is: { kind: 'moment', of, lies },
});
const text = (of: string, sought: string, not = false) => ({
  not,
  is: { kind: 'text', of, words: sought },
});
const state = (name: string, not = false) => ({ not, is: { kind: 'state', state: name } });

describe('a chip', () => {
  it('tells of a text', () => {
    expect(read('group:north')).toEqual(text('group', 'north'));
    expect(read('-group: north side ')).toEqual(text('group', 'north side', true));
    expect(read('privilege:send')).toEqual(text('privilege', 'send'));
    expect(read('group:*')).toEqual(text('group', ''));
    expect(read('time zone:santiago')).toEqual(text('timeZone', 'santiago'));
  });

  it('tells of a moment by days from now', () => {
    expect(read('expires:<30d')).toEqual(moment('expires', { kind: 'within', days: 30 }));
    expect(read('expires:30 days')).toEqual(moment('expires', { kind: 'within', days: 30 }));
    expect(read('login:>3m')).toEqual(moment('lastLogin', { kind: 'beyond', days: 90 }));
    expect(read('login:never')).toEqual(moment('lastLogin', { kind: 'never' }));
    expect(read('never logged in')).toEqual(moment('lastLogin', { kind: 'never' }));
    expect(read('-never expires')).toEqual(moment('expires', { kind: 'never' }, true));
  });

  it('tells of a moment by a day where the reader is', () => {
    const at = new Date(2027, 0, 1).toISOString();
    expect(read('expires:<2027-01-01')).toEqual(moment('expires', { kind: 'before', at }));
    const after = new Date(2027, 0, 2).toISOString();
    expect(read('created:>2027-01-01')).toEqual(moment('creation', { kind: 'after', at: after }));
  });

  it('tells how a user stands', () => {
    expect(read('Disabled')).toEqual(state('disabled'));
    expect(read('-disabled')).toEqual(state('disabled', true));
    expect(read('not disabled')).toEqual(state('disabled', true));
    expect(read('not yet valid')).toEqual(state('notYet'));
    expect(read('sees  nothing')).toEqual(state('seesNothing'));
  });

  it('tells of tags', () => {
    expect(read('tag:team=night')).toEqual({
      not: false,
      is: { kind: 'tag', name: 'team', words: 'night' },
    });
    expect(read('tag:team')).toEqual({ not: false, is: { kind: 'tag', name: 'team', words: '' } });
  });

  it('is words where it is nothing else, and nothing where it makes no sense', () => {
    expect(read('ana maría')).toEqual(text('any', 'ana maría'));
    expect(read('12:30')).toEqual(text('any', '12:30'));
    expect(read('expires:soon')).toBeNull();
    expect(read('expires:<2027-13-01')).toBeNull();
    expect(read(' - ')).toBeNull();
  });

  it('can be typed in Spanish', () => {
    expect(read('vence:<2 semanas')).toEqual(moment('expires', { kind: 'within', days: 14 }));
    expect(read('sin grupo:norte')).toEqual(text('group', 'norte', true));
    expect(read('pais:CL')).toEqual(text('country', 'CL'));
    expect(read('no ve nada')).toEqual(state('seesNothing'));
  });

  it('is turned around and back', () => {
    expect(turned('disabled', lexicon)).toBe('-disabled');
    expect(turned('-disabled', lexicon)).toBe('disabled');
    expect(turned('not disabled', lexicon)).toBe('disabled');
    expect(partsOf('not yet valid', lexicon)).toEqual({ isNot: false, rest: 'not yet valid' });
  });
});

describe('what is typed beside the chips', () => {
  it('counts as plain words', () => {
    expect(filterOf(['disabled'], ' ana ', lexicon)).toEqual({
      text: 'ana',
      terms: [state('disabled')],
    });
  });

  it('counts as a condition where it is one, and not at all before it is finished', () => {
    expect(filterOf([], 'group:nor', lexicon)).toEqual({ text: '', terms: [text('group', 'nor')] });
    expect(filterOf([], 'expires:<3', lexicon)).toEqual({ text: '', terms: [] });
    expect(isTyped('ana', lexicon)).toBe(false);
    expect(isTyped('disabled', lexicon)).toBe(true);
  });
});

it('every condition can be written and read again', () => {
  const terms = [
    moment('expires', { kind: 'within', days: 30 }),
    moment('lastLogin', { kind: 'beyond', days: 90 }),
    moment('lastLogin', { kind: 'never' }, true),
    moment('creation', { kind: 'before', at: new Date(2027, 4, 3).toISOString() }),
    moment('creation', { kind: 'after', at: new Date(2027, 4, 3).toISOString() }),
    ...['active', 'disabled', 'expired', 'notYet', 'seesNothing', 'seesAll', 'commands'].map(
      (name) => state(name, true),
    ),
    text('group', ''),
    text('any', 'ana maría'),
    { not: false, is: { kind: 'tag', name: 'team', words: 'night' } },
  ] as UserTerm[];
  for (const language of ['en', 'es'] as const) {
    const spoken = catalogs[language].users.chip.words;
    expect(terms.map((term) => read(chipOf(term, spoken)))).toEqual(terms);
  }
});

it('a chip that is not understood lets nobody through', () => {
  const { terms } = filterOf(['expires:<30dd', 'disabled'], '', lexicon);
  expect(terms).toEqual([text('any', '', true), state('disabled')]);
});
