/**
 * The devices' page with 100,000 devices against 1,000: a keystroke in the search, a refresh on the map,
 * opening a device, memory; and with 500 fixes a second folding in, how long the page is busy and how old
 * what it shows is. Writes the figures for `cargo xtask bench fleet`, which judges them.
 */
import { expect, type Page, test } from '@playwright/test';
import {
  arm,
  emptyKeystrokes,
  inAccount,
  inNewPage,
  keep,
  keystrokes,
  median,
  percentile,
  type Size,
  type Strokes,
} from './measuring';
import { pssOfStartedMib } from './memory';

const SMALL: Size = { users: 10, groups: 6, devices: 1_000 };
const LARGE: Size = { users: 10, groups: 6, devices: 100_000 };

/** Five hundred a second, and what is kept for a person. */
const LIMIT = 31_500;

/** Few fixes, so that what is measured is one thing at a time. */
const QUIET = 120;

/** Each of them changes the rows, in the small fleet as in the large one. */
const STROKES: Strokes = {
  keys: ['1', '4', 'Backspace', 'Backspace', '2', '7', 'Backspace', 'Backspace'],
  rounds: 4,
};
const OPENINGS = 9;
const TICKS = 15;

/** By then each device was asked once, or never will be. */
const SWEEP_MS = 400_000;

const FLOOD_S = 30;

const ROWS = '[data-testid="device-list"] [role="row"]';
const PANEL = '[data-testid="device-panel"] h2';

/** Calls a command as the page itself does. */
function command<T>(page: Page, name: string, args: unknown): Promise<T> {
  return page.evaluate(
    async ({ name, args }) => {
      const secret = sessionStorage.getItem('atalaya-devhost-secret') ?? '';
      const headers = { 'content-type': 'application/json', 'x-atalaya-secret': secret };
      const body = JSON.stringify(args);
      const response = await fetch(`/ipc/${name}`, { method: 'POST', headers, body });
      return (await response.json()) as T;
    },
    { name, args },
  );
}

interface Status {
  sweep: { asked: number; total: number; startedAt: string } | null;
  clockOffsetMs: number;
}

/** Lets the app ask about every device once. */
async function sweep(page: Page, devices: number): Promise<void> {
  const first = await command<Status>(page, 'status', {});
  await expect
    .poll(
      async () => {
        const { sweep } = await command<Status>(page, 'status', {});
        const isNext = sweep?.startedAt !== first.sweep?.startedAt;
        return isNext ? devices : (sweep?.asked ?? 0);
      },
      { timeout: SWEEP_MS, intervals: [2_000] },
    )
    .toBe(devices);
}

/** Notes, for each answer that the page gets, when it was asked for and how old what it tells is. */
async function listen(page: Page, clockOffsetMs: number): Promise<void> {
  await page.evaluate((clockOffsetMs) => {
    const noted = { ages: [] as number[], ticks: [] as number[], longMs: 0, bytes: [] as number[] };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.longMs += duration;
    }).observe({ type: 'longtask' });

    const known = new Map<string, string>();
    const painted = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
      });
    interface Told {
      rows?: { id: string; askedAt: string | null }[];
      revision: number;
    }
    const onRows = ({ rows = [] }: Told) => {
      const fresh = rows.filter(({ id, askedAt }) => askedAt && known.get(id) !== askedAt);
      const isFirst = known.size === 0;
      for (const { id, askedAt } of fresh) known.set(id, askedAt ?? '');
      if (isFirst || fresh.length === 0) return;
      painted(() => {
        const now = Date.now() + clockOffsetMs;
        for (const { askedAt } of fresh) noted.ages.push(now - Date.parse(askedAt ?? ''));
      });
    };

    const drawing: { revision: number; since: number }[] = [];
    const map = document.querySelector<HTMLElement>('[data-testid="map"]');
    new MutationObserver(() => {
      const drawn = Number(map?.dataset.painted);
      while (drawing[0] && drawing[0].revision <= drawn) {
        noted.ticks.push(performance.now() - (drawing.shift()?.since ?? 0));
      }
    }).observe(map as Node, { attributes: true, attributeFilter: ['data-painted'] });

    const plain = window.fetch;
    window.fetch = async (input, init) => {
      const since = performance.now();
      const response = await plain(input, init);
      const address = String(input);
      if (address.endsWith('/device_rows') || address.endsWith('/map_view')) {
        const text = await response.clone().text();
        noted.bytes.push(text.length);
        const told: Told = JSON.parse(text);
        if (told.rows) onRows(told);
        else drawing.push({ revision: told.revision, since });
      }
      return response;
    };
  }, clockOffsetMs);
}

interface Noted {
  ages: number[];
  ticks: number[];
  longMs: number;
  bytes: number[];
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: Noted }).noted);

async function forget(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { noted } = window as unknown as { noted: Noted };
    Object.assign(noted, { ages: [], ticks: [], longMs: 0, bytes: [] });
  });
}

async function searching(page: Page): Promise<number> {
  await page.getByRole('searchbox').focus();
  return keystrokes(page, ROWS, STROKES);
}

async function openings(page: Page): Promise<number> {
  const rows = page.getByRole('grid', { name: 'Devices' }).getByRole('row');
  const times: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    const measured = await arm(page, 'click', PANEL);
    await rows.nth(2 + round).click();
    times.push(await measured());
  }
  await page.keyboard.press('Escape');
  return median(times);
}

async function ticks(page: Page): Promise<number> {
  await forget(page);
  await expect
    .poll(async () => (await noted(page)).ticks.length, { timeout: 120_000 })
    .toBeGreaterThan(TICKS);
  return median((await noted(page)).ticks);
}

async function heapMib(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return used / 1024 / 1024;
}

/** What the page does while fixes fold in as fast as the app asks. */
async function flood(
  page: Page,
): Promise<{ longMsPerS: number; ageP95Ms: number; folded: number }> {
  await forget(page);
  const before = (await command<Status>(page, 'status', {})).sweep;
  await page.waitForTimeout(FLOOD_S * 1_000);
  const after = (await command<Status>(page, 'status', {})).sweep;
  const { ages, longMs } = await noted(page);
  return {
    longMsPerS: longMs / FLOOD_S,
    ageP95Ms: percentile(ages, 0.95),
    folded: ((after?.asked ?? 0) - (before?.asked ?? 0)) / FLOOD_S,
  };
}

async function measure(page: Page, size: Size) {
  return inAccount(page, size, LIMIT, async ({ sandbox }) => {
    const { clockOffsetMs } = await command<Status>(page, 'status', {});
    await listen(page, clockOffsetMs);
    const flooded = await flood(page);
    await sweep(page, size.devices);
    await command(page, 'set_ceiling', { perMinute: QUIET });
    await page.waitForTimeout(5_000);
    const bytes = median((await noted(page)).bytes);
    const tickMs = await ticks(page);
    const keyMs = await searching(page);
    const openMs = await openings(page);
    const heap = await heapMib(page);
    const pss = await pssOfStartedMib(sandbox.pid);
    return { ...flooded, bytes, tickMs, keyMs, openMs, heap, pss };
  });
}

test('a fleet of 100,000', async ({ browser }) => {
  test.setTimeout(1_200_000);
  const emptyMs = await inNewPage(browser, (page) => emptyKeystrokes(page, STROKES));
  const small = await inNewPage(browser, (page) => measure(page, SMALL));
  const large = await inNewPage(browser, (page) => measure(page, LARGE));
  await keep('fleet-medians.json', {
    emptyMs,
    ...named('small', small),
    ...named('large', large),
  });
});

function named(size: string, figures: Record<string, number>): Record<string, number> {
  const entries = Object.entries(figures);
  return Object.fromEntries(
    entries.map(([name, value]) => [`${size}${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
  );
}
