/** Searches everything below a folder for secrets, also in the forms in which they hide. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The forms in which a text may appear: as it is, in JSON, in a URL, in Base64 of either alphabet (at
 * any offset), in hex.
 */
function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // The first and the last characters depend on what stands around.
    return shifted.slice(offset === 0 ? 0 : 4, -4);
  });
  const hex = bytes.toString('hex');
  const url = encodeURIComponent(secret);
  const texts = [
    ...[secret, [...secret].reverse().join(''), JSON.stringify(secret).slice(1, -1)],
    ...[url, url.replace(/%../g, (code) => code.toLowerCase())],
    ...[hex, hex.toUpperCase()],
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  const utf16 = Buffer.from(secret, 'utf16le');
  return [...new Set(texts)].map((text) => Buffer.from(text)).concat(utf16);
}

/** Which of the secrets, by their index, something holds. */
export function leaksIn(content: Buffer | string, secrets: string[]): number[] {
  const bytes = Buffer.from(content);
  return secrets.flatMap((secret, index) =>
    formsOf(secret).some((form) => bytes.includes(form)) ? [index] : [],
  );
}

/** Files below a folder that hold one of the secrets, each with a word on which. */
export async function findLeaks(folder: string, secrets: string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const leaks = leaksIn(await readFile(path), secrets);
    found.push(...leaks.map((index) => `${path}: secret ${index}`));
  }
  return found;
}
