/**
 * How long the users' table takes from a keystroke to its rows on the screen, and the view of who sees
 * what to open, in a small account and in a large one, beside a keystroke in an empty page. Writes the
 * medians for `cargo xtask bench admin`, which judges them.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type Program, start } from '../programs';

const USER = 'ana@flota.example';
const KEY = 'b3XcW7kQm2vR9tZ4pLs8NyHd6JfG5aUe';
const FOLDER = fileURLToPath(new URL('../../../target/bench/', import.meta.url));

interface Size {
  users: number;
  groups: number;
  devices: number;
}

const SMALL: Size = { users: 50, groups: 10, devices: 200 };
const LARGE: Size = { users: 5_000, groups: 500, devices: 20_000 };

/** Each of them changes the rows, in the small account as in the large one. */
const KEYS = ['4', '2', 'Backspace', 'Backspace', '3', '1', 'Backspace', 'Backspace'];
const ROUNDS = 4;
const OPENINGS = 7;

function median(times: number[]): number {
  const ordered = times.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)] ?? Number.NaN;
}

/**
 * From the next event of this kind until what a selector shows is another and painted; or, without a
 * selector, until the next paint.
 */
async function arm(page: Page, event: 'keydown' | 'click', selector: string | null) {
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

async function emptyKeystrokes(page: Page): Promise<number> {
  await page.setContent('<input aria-label="Empty" />');
  await page.getByRole('textbox').focus();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of KEYS) {
      const measured = await arm(page, 'keydown', null);
      await page.keyboard.press(key);
      times.push(await measured());
    }
  }
  return median(times);
}

const SEEN = '[data-testid="who-sees-what"] [role="rowheader"]';
const ROWS = '[data-testid="user-list"] [role="row"]';

async function keystrokes(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Users' }).click();
  await expect(page.getByTestId('user-list').getByRole('row').nth(5)).toBeVisible();
  await page.getByRole('combobox', { name: /filter/i }).focus();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of KEYS) {
      const measured = await arm(page, 'keydown', ROWS);
      await page.keyboard.press(key);
      times.push(await measured());
    }
  }
  return median(times);
}

async function openings(page: Page): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    // A page that knows nothing yet: what was shown before would be there at once.
    await page.reload();
    await expect(page.getByRole('grid', { name: 'Devices' }).getByRole('row').nth(3)).toBeVisible();
    const measured = await arm(page, 'click', SEEN);
    await page.getByRole('link', { name: 'Who sees what' }).click();
    times.push(await measured());
  }
  return median(times);
}

async function measure(page: Page, size: Size): Promise<{ keyMs: number; openMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-bench-'));
  let sandbox: Program | undefined;
  let host: Program | undefined;
  try {
    // Beside the debug builds, where tests look.
    sandbox = await start('../release/plaspy-sandbox', [
      ...['--devices', String(size.devices), '--users', String(size.users)],
      ...['--groups', String(size.groups), '--user-name', USER, '--api-key', KEY],
    ]);
    host = await start(
      '../release/devhost',
      // Few questions about positions: they are not what is measured.
      ['--ui', 'dist', '--data-dir', join(folder, 'data'), '--requests-per-minute', '60'],
      join(folder, 'log'),
    );
    await page.goto(host.line);
    await page.getByRole('combobox', { name: 'Service' }).click();
    await page.getByRole('option', { name: 'Another address' }).click();
    await page.getByRole('textbox', { name: 'Address of the service' }).fill(sandbox.line);
    await page.getByRole('textbox', { name: 'User name' }).fill(USER);
    await page.getByLabel('API key', { exact: true }).fill(KEY);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
    return { keyMs: await keystrokes(page), openMs: await openings(page) };
  } finally {
    await host?.end();
    await sandbox?.end();
    await rm(folder, { recursive: true, force: true });
  }
}

test('keystrokes and openings', async ({ browser }) => {
  const inNewPage = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await browser.newPage();
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  };
  const emptyMs = await inNewPage(emptyKeystrokes);
  const small = await inNewPage((page) => measure(page, SMALL));
  const large = await inNewPage((page) => measure(page, LARGE));
  await mkdir(FOLDER, { recursive: true });
  const medians = {
    emptyMs,
    smallKeyMs: small.keyMs,
    largeKeyMs: large.keyMs,
    smallOpenMs: small.openMs,
    largeOpenMs: large.openMs,
  };
  await writeFile(join(FOLDER, 'admin-medians.json'), JSON.stringify(medians));
});
