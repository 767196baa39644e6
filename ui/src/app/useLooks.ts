/** Language, direction and colours of the page, as the settings have them. */
import { useEffect } from 'react';
import { i18next, preferredLanguage } from '@/i18n';
import { useSettings } from '@/ipc/settings';

/** Sets language and direction; returns the colour scheme if one is set, `null` for the computer's. */
export function useLooks(): 'light' | 'dark' | null {
  const { language, theme } = useSettings();
  useEffect(() => {
    const code = language === 'system' ? preferredLanguage(navigator.languages) : language;
    document.documentElement.lang = code;
    document.documentElement.dir = i18next.dir(code);
    void i18next.changeLanguage(code);
  }, [language]);
  return theme === 'system' ? null : theme;
}
