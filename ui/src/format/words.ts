/** Words as people look for them: case and accents don't count. */

/** Without case and accents, so that "peru" finds "Perú". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Whether each word of `wanted` is found in the text. */
export function hasWords(text: string, wanted: string): boolean {
  const searched = folded(text);
  return folded(wanted)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** A name within a longer text: it keeps its own direction, and does not turn its neighbours around. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
