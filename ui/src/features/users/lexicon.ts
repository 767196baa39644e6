/** The words by which a filter can be typed, of every language at once: a saved filter outlives a change of language. */
import { folded } from '@/format/words';
import type { UserCondition, UserMoment, UserState, UserText } from '@/ipc/generated/contract';

export const TEXTS = [
  'any',
  'name',
  'email',
  'group',
  'device',
  'privilege',
  'country',
  'timeZone',
  'description',
  'message',
] as const satisfies readonly UserText[];

export const MOMENTS = [
  'from',
  'expires',
  'creation',
  'modification',
  'lastLogin',
] as const satisfies readonly UserMoment[];

export const STATES = [
  'active',
  'disabled',
  'expired',
  'notYet',
  'seesNothing',
  'seesAll',
  'commands',
  'incomplete',
] as const satisfies readonly UserState[];

const SPAN_DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;
export type Span = keyof typeof SPAN_DAYS;

type WordKey =
  | (typeof TEXTS)[number]
  | (typeof MOMENTS)[number]
  | (typeof STATES)[number]
  | Span
  | 'tag'
  | 'never'
  | 'neverLoggedIn'
  | 'neverExpires'
  | 'not';

/** The words of one language; several for one thing stand apart by "|". */
export type ChipWords = Readonly<Record<WordKey, string>>;

export type Key =
  | { kind: 'text'; of: UserText }
  | { kind: 'moment'; of: UserMoment }
  | { kind: 'tag' };

export interface Lexicon {
  /** What may stand before a colon. */
  keys: ReadonlyMap<string, Key>;
  /** What stands by itself. */
  phrases: ReadonlyMap<string, UserCondition>;
  /** Days of a span. */
  spans: ReadonlyMap<string, number>;
  nevers: ReadonlySet<string>;
  /** What turns the rest around. */
  nots: readonly string[];
}

/** Each way to say it, as it is compared. */
function waysOf(words: string): string[] {
  return words.split('|').map((word) => folded(word.trim()));
}

/** The first way, which people see. */
export function shownWord(words: ChipWords, key: WordKey): string {
  return words[key].split('|')[0]?.trim() ?? key;
}

/** The words of several languages together; where two languages disagree, the first one counts. */
export function lexiconOf(languages: readonly ChipWords[]): Lexicon {
  const keys = new Map<string, Key>();
  const phrases = new Map<string, UserCondition>();
  const spans = new Map<string, number>();
  const nevers = new Set<string>();
  const nots: string[] = [];
  for (const words of languages) {
    const enter = <T>(map: Map<string, T>, key: WordKey, value: T) => {
      for (const way of waysOf(words[key])) if (!map.has(way)) map.set(way, value);
    };
    for (const of of TEXTS) enter(keys, of, { kind: 'text', of });
    for (const of of MOMENTS) enter(keys, of, { kind: 'moment', of });
    enter(keys, 'tag', { kind: 'tag' });
    for (const state of STATES) enter(phrases, state, { kind: 'state', state });
    const never = { kind: 'never' } as const;
    enter(phrases, 'neverLoggedIn', { kind: 'moment', of: 'lastLogin', lies: never });
    enter(phrases, 'neverExpires', { kind: 'moment', of: 'expires', lies: never });
    for (const span of Object.keys(SPAN_DAYS) as Span[]) enter(spans, span, SPAN_DAYS[span]);
    for (const way of waysOf(words.never)) nevers.add(way);
    nots.push(...waysOf(words.not));
  }
  return { keys, phrases, spans, nevers, nots };
}
