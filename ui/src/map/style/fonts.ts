/**
 * The font files that names on the map are drawn with. Declared to MapLibre, each is awaited before
 * a letter of it is drawn; a font of the page may still be on its way then, and the letter would
 * stay in a stand-in.
 */

import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import ranges from '@fontsource/noto-sans/unicode.json';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabicRanges from '@fontsource/noto-sans-arabic/unicode.json';
import hebrew from '@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2?url';
import hebrewRanges from '@fontsource/noto-sans-hebrew/unicode.json';
import type { FontFacesSpecification } from 'maplibre-gl';
import { LABEL_FONT } from '../labels';

const FILES = [
  [latin, ranges.latin],
  [latinExt, ranges['latin-ext']],
  [vietnamese, ranges.vietnamese],
  [hebrew, hebrewRanges.hebrew],
  [arabic, arabicRanges.arabic],
] as const;

const FACES = FILES.map(([url, covered]) => ({ url, 'unicode-range': covered.split(',') }));

/** For the style: every name that a label's `text-font` may have. */
export const FONT_FACES: FontFacesSpecification = Object.fromEntries(
  LABEL_FONT.map((name) => [name, FACES]),
);
