/** The history of a device: its day is fetched and shown on map, charts and tables, played, and saved. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, openList, test } from './world';

const map = (app: Page): Locator => app.getByTestId('map');
const moment = (app: Page): Locator => app.getByTestId('history-moment');
const days = (app: Page): Locator => app.getByTestId('history-days');
const tables = (app: Page): Locator =>
  app.getByRole('region', { name: 'Trips, stops, days and alerts' });
const speedChart = (app: Page): Locator => app.locator('[data-chart=speed] .u-over');

/** A day takes a request, which waits for its turn among the others. */
const FETCHED = { timeout: 30_000 };

const momentOf = async (app: Page) =>
  Date.parse((await moment(app).getAttribute('datetime')) ?? '');

/** From the panel of a vehicle that moves, to yesterday: today may have hardly begun. */
async function openYesterday(app: Page): Promise<void> {
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).first().click();
  await app.getByTestId('device-panel').getByRole('button', { name: 'History' }).click();
  await expect(app.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
  await app.getByRole('button', { name: 'Yesterday' }).click();
  await expect(days(app).getByRole('button')).toHaveAttribute('data-state', 'stored', FETCHED);
  await expect(map(app)).toHaveAttribute('data-route-points', /^[1-9]\d+$/);
}

test('a day that is opened from the panel is fetched and shown', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openYesterday(app);
  await expect(days(app).getByRole('button', { name: /positions, stored$/ })).toBeVisible();
  await expect(app.getByText('Everything of these days is stored on this computer.')).toBeVisible();
  const trips = tables(app).getByRole('table', { name: 'Trips' });
  await expect(trips.getByRole('button', { name: /Show trip 1 on the map/ })).toBeVisible();
  await expect(trips.getByRole('rowheader', { name: 'Total' })).toBeVisible();
  await tables(app)
    .getByRole('tab', { name: /^Stops/ })
    .click();
  await expect(
    tables(app)
      .getByRole('table', { name: 'Stops' })
      .getByRole('button', { name: /Show stop 1 on the map/ }),
  ).toBeVisible();
});

test('another day that is chosen while one is being fetched comes after it', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(['drip=2,on=locations,times=1']),
  });
  // The page hears of the fetch that has begun only after the other day was chosen.
  let isFirst = true;
  await app.route('**/ipc/history_fetch', async (route) => {
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, 700));
    isFirst = false;
    await route.continue();
  });
  const begun = app.waitForRequest('**/ipc/fetch_history');
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).first().click();
  await app.getByTestId('device-panel').getByRole('button', { name: 'History' }).click();
  await begun;
  const refused = app.waitForResponse('**/ipc/fetch_history');
  await app.getByRole('button', { name: 'Yesterday' }).click();
  await refused;
  await expect(days(app).getByRole('button')).toHaveAttribute('data-state', 'stored', FETCHED);
  await expect(app.getByRole('alert')).toBeHidden();
});

test('more days cost requests, and are fetched when a person asks for it', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openYesterday(app);
  await app.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(days(app).getByRole('button')).toHaveCount(7);
  await expect(days(app).locator('[data-state=missing]')).not.toHaveCount(0);
  await expect(app.getByTestId('history-cost')).toContainText(
    /^Fetching \d days? takes \d+ requests?/,
  );
  await app.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(days(app).locator('[data-state=missing]')).toHaveCount(0, FETCHED);
  await expect(app.getByTestId('history-fetch')).toContainText(/Fetched: [\d,]+ positions?\./);
  await app.getByLabel('First day').fill('2020-01-01');
  await expect(app.getByText(/^Choose 31 days at the most/)).toBeVisible();
  await expect(days(app).getByRole('button')).toHaveCount(7);
});

test('a limit that is met in the middle slows a fetch down and does not end it', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openYesterday(app);
  await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(['status=429,on=locations,times=1']),
  });
  await app.getByRole('button', { name: 'Last 7 days' }).click();
  await app.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(days(app).locator('[data-state=missing]')).toHaveCount(0, { timeout: 60_000 });
  await expect(app.getByTestId('history-fetch')).toContainText(/Fetched: [\d,]+ positions?\./);
});

test('vehicles are shown together, and the route is coloured by what a person chooses', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  // Another one that was on the road, and so has something to show.
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).nth(1).click();
  const panel = app.getByTestId('device-panel');
  const other = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await openYesterday(app);
  const colour = app.getByRole('combobox', { name: 'Colour of the route' });
  await colour.click();
  await app.getByRole('option', { name: 'Colour by trip' }).click();
  await expect(app.getByText('Each trip has its number on the line')).toBeVisible();
  await colour.click();
  await app.getByRole('option', { name: 'Colour by Fuel' }).click();
  await expect(app.getByRole('list', { name: 'Colours of the route: Fuel' })).toBeVisible();

  const add = app.getByRole('button', { name: 'Add a vehicle' });
  await add.press('Enter');
  const field = app.getByRole('combobox', { name: 'Add a vehicle' });
  await expect(field).toBeFocused();
  await field.fill(other);
  await app.getByRole('option', { name: other }).click();
  await expect(add).toBeFocused();
  const together = app.getByRole('table', { name: 'Vehicles side by side' });
  await expect(together.getByRole('row')).toHaveCount(3);
  await expect(together.getByRole('row').nth(2)).toContainText('1 day is missing');
  await together.getByRole('row').nth(2).getByRole('button').click();
  await expect(days(app).getByRole('button')).toHaveAttribute('data-state', 'stored', FETCHED);
  await expect(together.getByRole('row').nth(2)).toContainText('all days');
  await expect(map(app)).toHaveAttribute('data-other-vehicles', '1');
  await expectNoSeriousFault(app);
});

test('the moment is played, jumped and pointed to, and the vehicle goes with it', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openYesterday(app);
  const begin = await momentOf(app);
  const place = (await map(app).getAttribute('data-moment-at')) ?? '';
  await app.getByRole('combobox', { name: 'Playback speed' }).click();
  await app.getByRole('option', { name: '64×' }).click();
  await app.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => momentOf(app)).toBeGreaterThan(begin + 30_000);
  await app.getByRole('button', { name: 'Pause' }).click();
  const paused = await momentOf(app);
  await app.getByRole('slider', { name: 'Moment' }).focus();
  await app.keyboard.press('ArrowRight');
  expect(await momentOf(app)).toBeGreaterThan(paused);
  await app.keyboard.press('End');
  const end = await momentOf(app);
  // Many a vehicle ends its day where it began it: one of its stops lies elsewhere.
  await expect
    .poll(async () => {
      await app.getByRole('button', { name: 'Previous stop' }).click();
      return map(app).getAttribute('data-moment-at');
    })
    .not.toBe(place);
  expect(await momentOf(app)).toBeLessThan(end);

  // Into the middle of the chart, by a click; by a drag, into a part of it.
  await speedChart(app).scrollIntoViewIfNeeded();
  const box = await speedChart(app).boundingBox();
  if (!box) throw new Error('there is no chart');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await app.mouse.click(middle.x, middle.y);
  await expect
    .poll(async () => Math.abs((await momentOf(app)) - (begin + end) / 2))
    .toBeLessThan((end - begin) / 20);
  await app.mouse.move(middle.x - 100, middle.y);
  await app.mouse.down();
  await app.mouse.move(middle.x, middle.y, { steps: 4 });
  await app.mouse.move(middle.x + 100, middle.y, { steps: 4 });
  await app.mouse.up();
  await expect(app.getByTestId('history-part')).toBeVisible();
  await app.getByRole('button', { name: 'Whole range' }).click();
  await expect(app.getByTestId('history-part')).toBeHidden();
});

test('a trip of the table is where the moment goes, and the day is saved as GPX', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openYesterday(app);
  const trip = tables(app).getByRole('button', { name: /Show trip \d+ on the map/ });
  await app.getByRole('slider', { name: 'Moment' }).press('End');
  const end = await momentOf(app);
  await trip.first().click();
  expect(await momentOf(app)).toBeLessThan(end);
  await expect(tables(app).locator('tr[aria-current]')).toContainText(
    (await trip.first().textContent()) ?? '',
  );

  await app.getByRole('button', { name: 'Save as a file' }).click();
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: /^GPX/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^history-.+-\d{4}-\d\d-\d\d\.gpx$/);
  expect(await readFile(await file.path(), 'utf8')).toContain('<gpx');
});

test('alerts stand on the route and in a table, which leads to where they began', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openYesterday(app);
  await app.getByRole('button', { name: 'Last 7 days' }).click();
  await app.getByRole('button', { name: 'Fetch what is missing' }).click();
  await expect(days(app).locator('[data-state=missing]')).toHaveCount(0, FETCHED);
  const tab = tables(app).getByRole('tab', { name: /^Alerts \([1-9]\d*\)$/ });
  await tab.click();
  const count = /\d+/.exec((await tab.textContent()) ?? '')?.[0] ?? '';
  await expect(map(app)).toHaveAttribute('data-alerts', count);
  const table = tables(app).getByRole('table', { name: 'Alerts' });
  await app.getByRole('slider', { name: 'Moment' }).press('End');
  const end = await momentOf(app);
  await table.getByRole('button', { name: /Show alert 1 on the map/ }).click();
  expect(await momentOf(app)).toBeLessThan(end);
  await expect(table.getByRole('row').nth(1)).toContainText(
    /Above the speed limit|SOS button|Tracker unplugged/,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('has no serious fault that a machine can find', async ({ app, sandbox }) => {
      await openList(app, sandbox);
      await app.getByRole('link', { name: 'History' }).click();
      await expect(app.getByText(/^Choose a vehicle to see/)).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: 'Devices' }).click();
      await openYesterday(app);
      await expectNoSeriousFault(app);
      for (const tab of [/^Stops/, /^Days/, /^Alerts/]) {
        await tables(app).getByRole('tab', { name: tab }).click();
        await expectNoSeriousFault(app);
      }
    });
  });
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 640, height: 800 } });

  test('nothing is wider than the page', async ({ app, sandbox }) => {
    await openList(app, sandbox);
    await openYesterday(app);
    const width = await app.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(width).toBe(0);
  });
});
