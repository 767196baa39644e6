/** The words by which filters are typed: those of the reader's language first, then all others. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogs, type LanguageCode } from '@/i18n/catalogs';
import { type ChipWords, type Lexicon, lexiconOf } from './lexicon';

const LANGUAGES = Object.keys(catalogs) as LanguageCode[];

export interface SpokenLexicon {
  lexicon: Lexicon;
  /** The words of the reader's language. */
  words: ChipWords;
}

export function useLexicon(): SpokenLexicon {
  const { i18n } = useTranslation();
  const spoken = LANGUAGES.find((code) => code === i18n.resolvedLanguage) ?? 'en';
  return useMemo(() => {
    const languages = [spoken, ...LANGUAGES.filter((code) => code !== spoken)];
    const words = languages.map((code) => catalogs[code].users.chip.words);
    return { lexicon: lexiconOf(words), words: catalogs[spoken].users.chip.words };
  }, [spoken]);
}
