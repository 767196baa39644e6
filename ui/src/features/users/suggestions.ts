/** What can be typed next into the filter, with what it means. */

import { dayText } from '@/format/days';
import { hasWords } from '@/format/words';
import { partsOf } from './chips';
import { type ChipWords, type Lexicon, STATES, shownWord } from './lexicon';

const KEYS = [
  'group',
  'device',
  'privilege',
  'tag',
  'name',
  'email',
  'country',
  'timeZone',
  'description',
  'message',
] as const;

export type Explained =
  | (typeof STATES)[number]
  | (typeof KEYS)[number]
  | 'neverLoggedIn'
  | 'neverExpires'
  | 'expires'
  | 'expiresBefore'
  | 'lastLogin'
  | 'creation'
  | 'not';

export interface Suggestion {
  text: string;
  /** What it means; null for a value that speaks for itself. */
  explained: Explained | null;
  /** Whether it is a filter as it stands; else something has to be typed behind it. */
  isWhole: boolean;
}

/** What the account has that may stand behind a key. */
export interface KnownValues {
  group: readonly string[];
  privilege: readonly string[];
  tag: readonly string[];
}

interface Surroundings {
  lexicon: Lexicon;
  words: ChipWords;
  values: KnownValues;
  today: Date;
}

/** More than these nobody reads. */
const MOST = 30;

/** In the order in which most people need them. */
function all(words: ChipWords, today: Date): Suggestion[] {
  const whole = (text: string, explained: Explained) => ({ text, explained, isWhole: true });
  const day = shownWord(words, 'day');
  const moment = (of: 'expires' | 'lastLogin' | 'creation', lies: string) =>
    `${shownWord(words, of)}:${lies}`;
  const nextYear = new Date(today.getFullYear() + 1, 0, 1);
  return [
    whole(moment('expires', `<30${day}`), 'expires'),
    whole(shownWord(words, 'neverLoggedIn'), 'neverLoggedIn'),
    whole(moment('lastLogin', `>90${day}`), 'lastLogin'),
    ...STATES.map((state) => whole(shownWord(words, state), state)),
    ...KEYS.map((key) => ({
      text: `${shownWord(words, key)}:`,
      explained: key,
      isWhole: false,
    })),
    whole(moment('expires', `<${dayText(nextYear.toISOString())}`), 'expiresBefore'),
    whole(moment('creation', `<7${day}`), 'creation'),
    whole(shownWord(words, 'neverExpires'), 'neverExpires'),
    { text: '-', explained: 'not', isWhole: false },
  ];
}

export function suggestionsFor(
  text: string,
  { lexicon, words, values, today }: Surroundings,
  explain: (explained: Explained) => string,
): Suggestion[] {
  const { isNot, rest } = partsOf(text, lexicon);
  const found = valuesFor(rest, words, values) ?? keysFor(rest, all(words, today), explain);
  const turned = isNot ? found.filter(({ explained }) => explained !== 'not') : found;
  return turned
    .slice(0, MOST)
    .map((suggestion) => (isNot ? { ...suggestion, text: `-${suggestion.text}` } : suggestion));
}

function keysFor(
  rest: string,
  suggestions: readonly Suggestion[],
  explain: (explained: Explained) => string,
): Suggestion[] {
  if (rest === '') return [...suggestions];
  return suggestions.filter(
    ({ text, explained }) =>
      text !== rest && hasWords(`${text} ${explained ? explain(explained) : ''}`, rest),
  );
}

/** What the account has for the key that stands there; null where it is another one. */
function valuesFor(rest: string, words: ChipWords, values: KnownValues): Suggestion[] | null {
  for (const key of ['group', 'privilege', 'tag'] as const) {
    for (const way of words[key].split('|')) {
      if (!rest.toLowerCase().startsWith(`${way}:`)) continue;
      const typed = rest.slice(way.length + 1);
      return values[key]
        .filter((value) => value !== typed.trim() && hasWords(value, typed))
        .map((value) => ({ text: `${way}:${value}`, explained: null, isWhole: true }));
    }
  }
  return null;
}
