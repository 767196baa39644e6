/** A leak that is planted is found, whatever its form. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findLeaks } from './leaks';

const SECRET = 'k7Qm2/vXw9+"RtZ4pLs8~NbY3?';

describe('findLeaks', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atalaya-leaks-'));
    await mkdir(join(folder, 'logs'));
    await writeFile(join(folder, 'logs', 'innocent.log'), 'nothing to see');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['as it is', SECRET],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in JSON', JSON.stringify({ key: SECRET })],
    [
      'in a URL in small letters',
      encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    ['in Base64 after one byte', Buffer.from(`x${SECRET}z`).toString('base64')],
    ['in Base64 after two bytes', Buffer.from(`xy${SECRET}z`).toString('base64')],
    ['in Base64 for URLs', Buffer.from(`xy${SECRET}z`).toString('base64url')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
    ['in large hex', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['in UTF-16', Buffer.from(SECRET, 'utf16le')],
  ])('finds a secret %s', async (_, planted) => {
    const file = join(folder, 'logs', 'leaky.log');
    await writeFile(file, Buffer.concat([Buffer.from('before '), Buffer.from(planted)]));
    expect(await findLeaks(folder, ['another', SECRET])).toEqual([`${file}: secret 1`]);
  });

  it('finds nothing where nothing is', async () => {
    expect(await findLeaks(folder, [SECRET])).toEqual([]);
  });
});
