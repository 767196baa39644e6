/**
 * Where the system names no language ("C"), neither does the web view; libraries that format by it
 * would fail as soon as they are read.
 */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

if (!isLanguage(navigator.language)) {
  Object.defineProperty(navigator, 'language', { value: 'en', configurable: true });
}
