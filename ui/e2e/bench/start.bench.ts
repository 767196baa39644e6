/**
 * Starts the app, signed in to an account of 1,000 devices, and the empty window, in turns: from exec
 * to the first rows or the first word on the screen, and what their processes hold with a map.
 * Writes the medians for `cargo xtask bench start`, which judges them.
 */
import type { ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, test } from 'vitest';
import { type Program, start } from '../programs';
import { AppWindow, startDriver } from '../window/driver';
import { pssMib } from './memory';

const USER = 'ana@flota.example';
const KEY = 'w9RtZ4pLs8NbY3cHd6JfG5aUek7Qm2vX';
const ROUNDS = 9;
/** After the map is idle, so that what was only needed to start is given back. */
const SETTLE_MS = 4_000;

const RELEASE = fileURLToPath(new URL('../../../target/release/', import.meta.url));
const RESULT = fileURLToPath(new URL('../../../target/bench/start-medians.json', import.meta.url));

let driver: ChildProcess;
let sandbox: Program;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atalaya-bench-'));
  // Beside the debug builds, where tests look.
  sandbox = await start('../release/plaspy-sandbox', [
    ...['--devices', '1000', '--user-name', USER, '--api-key', KEY],
  ]);
  driver = await startDriver();
});

afterAll(async () => {
  driver?.kill();
  await sandbox?.end();
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  window: AppWindow;
  pid: number;
  /** When the program was executed, in ms since 1970. */
  executedAt: number;
}

/** Opens a program through a wrapper that notes the moment and its process before it becomes it. */
async function open(program: string, args: string[]): Promise<Started> {
  const wrapper = join(folder, 'wrapper.sh');
  const note = join(folder, 'executed');
  const script = `#!/bin/sh\necho "$$ $(date +%s%N)" > '${note}'\nexec '${RELEASE}${program}' "$@"\n`;
  await writeFile(wrapper, script);
  await chmod(wrapper, 0o755);
  const window = await AppWindow.open(args, wrapper);
  const [pid = '', nanoseconds = ''] = (await readFile(note, 'utf8')).trim().split(' ');
  return { window, pid: Number(pid), executedAt: Number(nanoseconds) / 1e6 };
}

/** How long after its execution a program painted what this mark stands for. */
async function msToMark({ window, executedAt }: Started, mark: string): Promise<number> {
  const paintedAt = () =>
    window.browser.executeScript<number | null>(
      `const [mark] = performance.getEntriesByName(arguments[0]);
       return mark ? performance.timeOrigin + mark.startTime : null;`,
      mark,
    );
  await window.waitFor(`${mark} is there`, async () => (await paintedAt()) !== null);
  return ((await paintedAt()) ?? Number.NaN) - executedAt;
}

async function mibWithMap({ window, pid }: Started): Promise<number> {
  const map = await window.find('[data-testid=map]');
  await window.waitFor('the map is idle', async () => {
    return (await map.getAttribute('data-loaded')) === 'true';
  });
  await pause(SETTLE_MS);
  return pssMib(pid);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const signedIn = () => open('atalaya', ['--data-dir', join(folder, 'data')]);

async function signIn(): Promise<void> {
  const { window } = await signedIn();
  await window.signIn(sandbox.line, USER, KEY);
  await window.find('[role=row][aria-rowindex]');
  await window.close();
}

test('starts in turns', async () => {
  await signIn();
  const ms = { app: [] as number[], empty: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await open('empty-window', []);
    ms.empty.push(await msToMark(empty, 'painted'));
    await empty.window.close();
    const app = await signedIn();
    ms.app.push(await msToMark(app, 'rows-painted'));
    await app.window.close();
  }
  const mib = { app: [] as number[], empty: [] as number[] };
  for (let round = 0; round < 3; round++) {
    const empty = await open('empty-window', ['--map']);
    mib.empty.push(await mibWithMap(empty));
    await empty.window.close();
    const app = await signedIn();
    mib.app.push(await mibWithMap(app));
    await app.window.close();
  }
  const medians = {
    appMs: median(ms.app),
    emptyMs: median(ms.empty),
    appMib: median(mib.app),
    emptyMib: median(mib.empty),
  };
  await writeFile(RESULT, JSON.stringify({ ...medians, each: { ms, mib } }));
});
