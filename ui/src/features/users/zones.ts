/** Which of the service's time zones belong to a country, as the browser knows them. Pure. */

interface ZonedLocale {
  getTimeZones?(): string[] | undefined;
  timeZones?: string[] | undefined;
}

/** The zones of a country by its two letters; none where the browser can't tell. */
export function zonesOfCountry(code: string): readonly string[] {
  if (!/^[a-z]{2}$/i.test(code)) return [];
  // Older browsers have it as a property, some not at all.
  const locale = new Intl.Locale(`und-${code}`) as ZonedLocale;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The service's zones, those of the country first. */
export function zonesInOrder(
  zones: Readonly<Record<string, string>>,
  ofCountry: readonly string[],
): { suggested: string[]; others: string[] } {
  const keys = Object.keys(zones);
  const isSuggested = (key: string) => ofCountry.some((zone) => zone === key);
  return {
    suggested: keys.filter(isSuggested),
    others: keys.filter((key) => !isSuggested(key)),
  };
}
