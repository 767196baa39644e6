/** Texts in the reader's language. Every language has every text; a test holds that. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogs, type LanguageCode } from './catalogs';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof catalogs)['en'];
  }
}

/** The language that fits what the computer prefers. */
export function preferredLanguage(preferred: readonly string[]): LanguageCode {
  const codes = preferred.map((tag) => tag.split('-')[0]);
  return codes.find((code): code is LanguageCode => code === 'en' || code === 'es') ?? 'en';
}

void i18next.use(initReactI18next).init({
  resources: catalogs,
  lng: preferredLanguage(navigator.languages),
  fallbackLng: 'en',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
});

export { i18next };
