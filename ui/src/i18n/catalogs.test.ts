/** Every language has every text, none is empty, and the same values are put into both. */
import { describe, expect, it } from 'vitest';
import { catalogs } from './catalogs';

type Texts = { [key: string]: string | Texts };

function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [[`${path}${key}`, text] as const]
        : [...flat(text, `${path}${key}.`)],
    ),
  );
}

/** Spanish has a plural form for millions that English lacks. */
const withoutMany = (key: string) => !key.endsWith('_many');

const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)/g)].map(([, name]) => name).sort();

describe('catalogs', () => {
  const en = flat(catalogs.en as unknown as Texts);
  const es = flat(catalogs.es as unknown as Texts);

  it('have the same texts', () => {
    expect([...es.keys()].filter(withoutMany).sort()).toEqual(
      [...en.keys()].filter(withoutMany).sort(),
    );
  });

  it('have no empty text', () => {
    const empty = [...en, ...es].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('put the same values into a text', () => {
    for (const [key, text] of en) {
      expect([key, placeholders(es.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });
});
