/** What the benches in a browser share: an account to measure in, a clock in the page, a file of medians. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Program, start } from '../programs';

const USER = 'ana@flota.example';
const KEY = 'b3XcW7kQm2vR9tZ4pLs8NyHd6JfG5aUe';
const FOLDER = fileURLToPath(new URL('../../../target/bench/', import.meta.url));

/** How large an account is. */
export interface Size {
  users: number;
  groups: number;
  devices: number;
}

/** The value below which this share of them lies. */
export function percentile(values: number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length * share)] ?? Number.NaN;
}

/** The middle one. */
export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/**
 * From the next event of this kind until what a selector shows is another and painted; or, without a
 * selector, until the next paint.
 */
export async function arm(page: Page, event: 'keydown' | 'click', selector: string | null) {
  await page.evaluate(
    ({ event, selector }) => {
      const shown = () =>
        selector === null
          ? ''
          : [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join();
      const before = shown();
      const measured = new Promise<number>((resolve) => {
        let started = 0;
        const painted = () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - started);
            port2.postMessage(null);
          });
        const observer = new MutationObserver(() => {
          const now = shown();
          if (started === 0 || now === before || now === '') return;
          observer.disconnect();
          painted();
        });
        const changes = { subtree: true, childList: true, characterData: true };
        if (selector !== null) observer.observe(document.body, changes);
        const begin = () => {
          started = performance.now();
          if (selector === null) painted();
        };
        window.addEventListener(event, begin, { capture: true, once: true });
      });
      Object.assign(window, { measured });
    },
    { event, selector },
  );
  return () => page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured);
}

/** How often each of which keys is pressed. */
export interface Strokes {
  keys: string[];
  rounds: number;
}

/** From a keystroke in an input of an empty page until the next paint, in the middle. */
export async function emptyKeystrokes(page: Page, strokes: Strokes): Promise<number> {
  await page.setContent('<input aria-label="Empty" />');
  await page.getByRole('textbox').focus();
  return keystrokes(page, null, strokes);
}

/** From a keystroke in what has the focus until what the selector shows is painted, in the middle. */
export async function keystrokes(
  page: Page,
  selector: string | null,
  { keys, rounds }: Strokes,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const key of keys) {
      const measured = await arm(page, 'keydown', selector);
      await page.keyboard.press(key);
      times.push(await measured());
    }
  }
  return median(times);
}

/** Works in a page of its own. */
export async function inNewPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Works in a page that is signed in to an account of that size, whose limit the app is told. */
export async function inAccount<T>(
  page: Page,
  size: Size,
  limit: number,
  work: (programs: { host: Program; sandbox: Program }) => Promise<T>,
  sandboxArgs: readonly string[] = [],
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-bench-'));
  let sandbox: Program | undefined;
  let host: Program | undefined;
  try {
    // Beside the debug builds, where tests look.
    sandbox = await start('../release/plaspy-sandbox', [
      ...['--devices', String(size.devices), '--users', String(size.users)],
      ...['--groups', String(size.groups), '--user-name', USER, '--api-key', KEY],
      ...sandboxArgs,
    ]);
    host = await start(
      '../release/devhost',
      ['--ui', 'dist', '--data-dir', join(folder, 'data'), '--requests-per-minute', String(limit)],
      join(folder, 'log'),
    );
    await page.goto(host.line);
    await page.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Another address' }).click();
    await page.getByRole('textbox', { name: 'Address of the service' }).fill(sandbox.line);
    await page.getByRole('textbox', { name: 'User name' }).fill(USER);
    await page.getByLabel('API key', { exact: true }).fill(KEY);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible({ timeout: 60_000 });
    return await work({ host, sandbox });
  } finally {
    await host?.end();
    await sandbox?.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps what was measured, for `cargo xtask bench` to judge. */
export async function keep(file: string, medians: Record<string, number>): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, file), JSON.stringify(medians));
}
