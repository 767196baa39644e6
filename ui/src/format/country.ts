/** Names of countries in the reader's language, by their codes. */

const namesByLocale = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  namesByLocale.set(locale, names);
  return names;
}

/** The name of a country by its two letters; null for anything else that a service may have. */
export function countryName(locale: string, code: string): string | null {
  if (!/^[a-z]{2}$/i.test(code)) return null;
  return namesIn(locale).of(code.toUpperCase()) ?? null;
}
