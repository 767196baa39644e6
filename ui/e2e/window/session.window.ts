/**
 * The real window with a real keyring: signing in, starting again signed in, signing out. What
 * crosses to the page while it signs in, and afterwards the data folder, are searched for key and
 * tokens.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findLeaks, leaksIn } from '../leaks';
import { APP, type AppWindow } from './driver';
import { KEY, ROW, startWorld, USER, type WindowWorld } from './world';

/** A second start that opens a window of its own does not end. */
const SECOND_START_MS = 20_000;

let world: WindowWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(() => world.quit());

afterAll(() => world?.end());

/** Every token that the service has issued. */
async function tokens(): Promise<string[]> {
  const response = await fetch(`${world.sandbox.line}/sandbox/tokens`);
  const tokens = (await response.json()) as string[];
  expect(tokens.length).toBeGreaterThan(0);
  return tokens;
}

/** What the keyring holds of the account, as another program sees it. */
function keyringEntries(): string {
  try {
    const account = `${USER} at ${world.sandbox.line}`;
    const search = ['search', '--all', 'service', 'Atalaya', 'username', account];
    return execFileSync('secret-tool', search, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

async function expectFleet(window: AppWindow): Promise<void> {
  await window.waitFor('the list is filled', async () => (await window.count(ROW)) > 5);
  const map = await window.find('[data-testid=map]');
  await window.waitFor('the map is drawn', async () => {
    const marks = ['data-vehicles', 'data-clusters'].map((name) => map.getAttribute(name));
    const drawn = (await Promise.all(marks)).reduce((sum, mark) => sum + Number(mark), 0);
    return (await map.getAttribute('data-loaded')) === 'true' && drawn > 1;
  });
}

test('signs in, is shown again by a second start, and is signed in at the next', async () => {
  const window = await world.open();
  await window.find('form');
  await window.screenshot('welcome');
  await window.record();
  await window.signIn(world.sandbox.line, USER, KEY);
  await expectFleet(window);
  await window.screenshot('devices');
  expect(keyringEntries()).toContain(KEY);
  const crossed = await window.recorded();
  expect(crossed.some((text) => text.includes('"rows"'))).toBe(true);
  expect(crossed.some((text) => text.includes('"moved"'))).toBe(true);
  expect(leaksIn(crossed.join('\n'), [KEY, ...(await tokens())])).toEqual([]);

  const second = spawn(APP, ['--data-dir', world.folder], { stdio: 'inherit' });
  const signal = AbortSignal.timeout(SECOND_START_MS);
  const [code] = await once(second, 'exit', { signal }).finally(() => second.kill());
  expect(code).toBe(0);
  await world.quit();

  await expectFleet(await world.open());
});

test('signs out, and the key is gone from the keyring', async () => {
  const window = await world.open();
  await expectFleet(window);
  await window.click('button', USER);
  await window.click('*[@role="menuitem"]', 'Sign out');
  await window.click('*[@role="dialog"]//button', 'Sign out');
  await window.find('form');
  expect(keyringEntries()).not.toContain(KEY);
});

test('neither key nor token reached the data folder', async () => {
  expect(await findLeaks(world.folder, [KEY, ...(await tokens())])).toEqual([]);
});
