/**
 * What a person types as a filter, read as a condition and written back. Pure: words come from a
 * lexicon, and dates are days where the reader is.
 */

import { dayText, startOfDay } from '@/format/days';
import { folded } from '@/format/words';
import type { Lies, UserCondition, UserFilter, UserTerm } from '@/ipc/generated/contract';
import { type ChipWords, type Key, type Lexicon, shownWord } from './lexicon';

/** The condition that a text means; null for one that can't be understood. */
export function readChip(text: string, lexicon: Lexicon): UserTerm | null {
  const whole = readCondition(text.trim(), lexicon);
  // "not yet valid" is no opposite.
  if (whole && whole.kind !== 'text') return { not: false, is: whole };
  const { isNot, rest } = withoutNot(text.trim(), lexicon);
  const is = isNot ? readCondition(rest, lexicon) : whole;
  return is && { not: isNot, is };
}

/** Whether it is more than words: what is not finished yet must not be looked for word by word. */
export function isTyped(text: string, lexicon: Lexicon): boolean {
  const { isNot, rest } = withoutNot(text.trim(), lexicon);
  return isNot || keyOf(rest, lexicon) !== null || lexicon.phrases.has(folded(rest));
}

/** The same condition turned around. */
export function turned(text: string, lexicon: Lexicon): string {
  const { isNot, rest } = partsOf(text, lexicon);
  return isNot ? rest : `-${rest}`;
}

/** Whether a text is the opposite of something, and of what. */
export function partsOf(text: string, lexicon: Lexicon): { isNot: boolean; rest: string } {
  const whole = readCondition(text.trim(), lexicon);
  if (whole && whole.kind !== 'text') return { isNot: false, rest: text.trim() };
  return withoutNot(text.trim(), lexicon);
}

/** Nobody. */
const NOBODY: UserTerm = { not: true, is: { kind: 'text', of: 'any', words: '' } };

/**
 * The filter of some chips and of what is typed beside them. A chip that is not understood lets nobody
 * through, since something may be done to all who come through; what is being typed does not count yet.
 */
export function filterOf(chips: readonly string[], text: string, lexicon: Lexicon): UserFilter {
  const read = (chip: string) => readChip(chip, lexicon) ?? [];
  const terms = chips.map((chip) => readChip(chip, lexicon) ?? NOBODY);
  if (!isTyped(text, lexicon)) return { text: text.trim(), terms };
  return { text: '', terms: [...terms, ...[text].flatMap(read)] };
}

function withoutNot(text: string, { nots }: Lexicon): { isNot: boolean; rest: string } {
  if (/^[-−!]/.test(text)) return { isNot: true, rest: text.slice(1).trim() };
  const [first = '', ...others] = text.split(/\s+/);
  const isNot = others.length > 0 && nots.includes(folded(first));
  return { isNot, rest: isNot ? others.join(' ') : text };
}

/** What stands before and after the colon, where a key stands before it. */
function keyOf(text: string, { keys }: Lexicon): { key: Key; value: string } | null {
  const colon = text.indexOf(':');
  const key = colon > 0 ? keys.get(folded(text.slice(0, colon).trim())) : undefined;
  return key ? { key, value: text.slice(colon + 1).trim() } : null;
}

function readCondition(text: string, lexicon: Lexicon): UserCondition | null {
  if (text === '') return null;
  const phrase = lexicon.phrases.get(folded(text).replace(/\s+/g, ' '));
  if (phrase) return phrase;
  const keyed = keyOf(text, lexicon);
  if (!keyed) return { kind: 'text', of: 'any', words: text };
  const { key, value } = keyed;
  if (key.kind === 'text') return { kind: 'text', of: key.of, words: value === '*' ? '' : value };
  if (key.kind === 'tag') {
    const [name = '', ...words] = value.split('=');
    return { kind: 'tag', name: name.trim(), words: words.join('=').trim() };
  }
  const lies = readLies(value, lexicon);
  return lies && { kind: 'moment', of: key.of, lies };
}

const DAY = /^([<>])\s*(\S+)$/;
const SPAN = /^([<>]?)\s*(\d{1,5})\s*(\p{L}+)$/u;

function readLies(value: string, { spans, nevers }: Lexicon): Lies | null {
  if (nevers.has(folded(value))) return { kind: 'never' };
  const span = SPAN.exec(folded(value));
  const length = span && spans.get(span[3] ?? '');
  if (span && length) {
    const days = Number(span[2]) * length;
    return { kind: span[1] === '>' ? 'beyond' : 'within', days };
  }
  const [, side, day = ''] = DAY.exec(value) ?? [];
  const start = startOfDay(day);
  if (start === null) return null;
  if (side === '<') return { kind: 'before', at: start };
  // "After a day" begins with the next one.
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return { kind: 'after', at: next.toISOString() };
}

/** A condition as a person would type it. */
export function chipOf({ not, is }: UserTerm, words: ChipWords): string {
  return `${not ? '-' : ''}${conditionText(is, words)}`;
}

function conditionText(is: UserCondition, words: ChipWords): string {
  switch (is.kind) {
    case 'state':
      return shownWord(words, is.state);
    case 'tag':
      return `${shownWord(words, 'tag')}:${is.name}${is.words && `=${is.words}`}`;
    case 'text':
      return is.of === 'any' ? is.words : `${shownWord(words, is.of)}:${is.words || '*'}`;
    case 'moment':
      if (is.lies.kind === 'never' && is.of === 'lastLogin') {
        return shownWord(words, 'neverLoggedIn');
      }
      return `${shownWord(words, is.of)}:${liesText(is.lies, words)}`;
  }
}

function liesText(lies: Lies, words: ChipWords): string {
  switch (lies.kind) {
    case 'never':
      return shownWord(words, 'never');
    case 'within':
      return `<${lies.days}${shownWord(words, 'day')}`;
    case 'beyond':
      return `>${lies.days}${shownWord(words, 'day')}`;
    case 'before':
      return `<${dayText(lies.at)}`;
    case 'after':
      return `>${dayText(new Date(Date.parse(lies.at) - 1).toISOString())}`;
  }
}
