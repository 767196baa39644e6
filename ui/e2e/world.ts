/** A world of its own for each test: a sandbox, a dev host, a data folder, and a search for leaks. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { findLeaks } from './leaks';
import { type Program, start } from './programs';

export const USER = 'ana@flota.example';
const KEY = 'k7Qm2vXw9RtZ4pLs8NbY3cHd6JfG5aUe';
const HELD_KEY = 'ATALAYA_HELD_KEY';

/** The service that a test talks to. */
export interface Sandbox {
  readonly url: string;
  readonly key: string;
  /** Changes it while it runs. */
  control(what: string, body?: unknown): Promise<void>;
  stop(): Promise<void>;
  /** Starts it again, at the same address. */
  restart(): Promise<void>;
}

interface Options {
  devices: number;
  users: number;
  groups: number;
  /** Requests a minute that the app is told; null for a limit that is unknown. */
  limit: number | null;
  hostArgs: string[];
}

/** The dev host, and the data folder that outlives it. */
export interface Host {
  /** Ends it, starts it again on the same folder with the key in its keyring, and opens the page. */
  restart(): Promise<void>;
  /** The computer's notifications that were shown so far. */
  notices(): Promise<Notice[]>;
}

export interface Notice {
  title: string;
  body: string;
  sound: boolean;
  device: string | null;
}

interface Fixtures {
  sandbox: Sandbox;
  host: Host;
  app: Page;
}

type Size = Pick<Options, 'devices' | 'users' | 'groups'>;

/**
 * By how much the fleet's week is moved so that it is Wednesday, ten o'clock, where the vehicles are:
 * at any hour of the computer's, as many of them drive, stand and have just been out.
 */
function shiftsAhead(): number {
  const chile = Math.floor(Date.now() / 1_000) - 4 * 3_600;
  const week = 7 * 86_400;
  // 1970 began on a Thursday.
  const wednesdayAtTen = 10 * 3_600 - 86_400;
  return (((wednesdayAtTen - chile) % week) + week) % week;
}

function startSandbox(
  { devices, users, groups }: Size,
  shifts: number,
  port = 0,
): Promise<Program> {
  return start('plaspy-sandbox', [
    ...['--devices', String(devices), '--users', String(users), '--groups', String(groups)],
    ...['--shifts-ahead-seconds', String(shifts)],
    ...['--port', String(port), '--user-name', USER, '--api-key', KEY, '--control'],
  ]);
}

async function issuedTokens(url: string): Promise<string[]> {
  const response = await fetch(`${url}/sandbox/tokens`).catch(() => null);
  return response?.ok ? ((await response.json()) as string[]) : [];
}

export const test = base.extend<Options & Fixtures>({
  devices: [40, { option: true }],
  users: [12, { option: true }],
  groups: [6, { option: true }],
  limit: [1200, { option: true }],
  hostArgs: [[], { option: true }],

  sandbox: async ({ devices, users, groups }, use) => {
    const size = { devices, users, groups };
    const shifts = shiftsAhead();
    let program = await startSandbox(size, shifts);
    const url = program.line;
    await use({
      url,
      key: KEY,
      control: async (what, body) => {
        const response = await fetch(`${url}/sandbox/${what}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body ?? {}),
        });
        expect(response.ok).toBe(true);
      },
      stop: () => program.end(),
      restart: async () => {
        program = await startSandbox(size, shifts, Number(new URL(url).port));
      },
    });
    await program.end();
  },

  host: async ({ page, sandbox, limit, hostArgs }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'atalaya-test-'));
    const data = ['--data-dir', join(folder, 'data'), '--record', join(folder, 'record')];
    const told = limit === null ? [] : ['--requests-per-minute', String(limit)];
    const args = ['--ui', 'dist', ...data, ...told, ...hostArgs];
    const log = join(folder, 'log');
    let host = await start('devhost', args, log);
    await page.goto(host.line);
    await use({
      restart: async () => {
        await host.end();
        const held = ['--held-key', HELD_KEY];
        host = await start('devhost', [...args, ...held], log, { [HELD_KEY]: KEY });
        await page.goto(host.line);
      },
      notices: async () => {
        const lines = (await readFile(join(folder, 'record'), 'utf8')).split('\n');
        const told = lines.filter((line) => line.startsWith('notice '));
        return told.map((line) => JSON.parse(line.slice('notice '.length)) as Notice);
      },
    });
    const tokens = await issuedTokens(sandbox.url);
    await host.end();
    // Whatever a test did: neither key nor token is in an answer, an event, a log or the data folder.
    expect(await findLeaks(folder, [KEY, ...tokens])).toEqual([]);
    await rm(folder, { recursive: true });
  },

  // Whoever asks for the page needs the host behind it.
  app: async ({ page, host: _ }, use) => use(page),
});

export { expect };

/** How long a change of the service may go unnoticed: until the next device is due to be asked. */
export const NOTICED = { timeout: 40_000 };

/** Fills the form in and sends it. */
export async function signIn(app: Page, sandbox: Sandbox, key = sandbox.key): Promise<void> {
  await app.getByRole('combobox', { name: 'Service' }).click();
  await app.getByRole('option', { name: 'Another address' }).click();
  await app.getByRole('textbox', { name: 'Address of the service' }).fill(sandbox.url);
  await app.getByRole('textbox', { name: 'User name' }).fill(USER);
  await app.getByLabel('API key', { exact: true }).fill(key);
  await app.getByRole('button', { name: 'Sign in' }).click();
}

/** The list, once it shows devices. */
export async function openList(app: Page, sandbox: Sandbox): Promise<void> {
  await signIn(app, sandbox);
  // A row whose device is still being read has no id yet.
  await expect(app.locator('[role=row][data-row-id]')).not.toHaveCount(0);
}

/** Another page than the list, without waiting for the list and its map to be drawn. */
export async function openPage(app: Page, sandbox: Sandbox, name: string): Promise<void> {
  await signIn(app, sandbox);
  await app.getByRole('link', { name, exact: true }).click();
}
