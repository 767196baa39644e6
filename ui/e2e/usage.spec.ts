/** The usage: what was sent, as a picture and as a table; kept over a restart; and what a plan will cost. */

import type { Locator, Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, openList, openPage, type Sandbox, test } from './world';

interface Counts {
  tokenCalls: number;
  requests: number;
}

async function sentTo(sandbox: Sandbox): Promise<number> {
  const response = await fetch(`${sandbox.url}/sandbox/counts`);
  const { tokenCalls, requests } = (await response.json()) as Counts;
  return tokenCalls + requests;
}

const numberIn = (text: string) => Number(text.replaceAll(/\D/g, ''));

/** A row of the table of days, by its titles. */
async function dayRow(app: Page, day: string): Promise<Record<string, number>> {
  const table = app.getByRole('table', { name: 'Requests by day' });
  const titles = await table.getByRole('columnheader').allTextContents();
  const row = table.getByRole('row').filter({ has: app.getByRole('rowheader', { name: day }) });
  const cells = await row.getByRole('cell').allTextContents();
  return Object.fromEntries(cells.map((cell, at) => [titles[at + 1] ?? '', numberIn(cell)]));
}

/** Of both days, since a midnight may lie within a test. */
async function shownTotal(app: Page): Promise<number> {
  const [today, yesterday] = [await dayRow(app, 'Today'), await dayRow(app, 'Yesterday')];
  return (today.Total ?? 0) + (yesterday.Total ?? 0);
}

async function openUsage(app: Page): Promise<void> {
  await app.getByTestId('requests').click();
  await expect(app.getByRole('heading', { name: 'Usage' })).toBeVisible();
}

const card = (app: Page, name: string): Locator => app.getByTestId(`usage-${name}`);

test('shows what the service was sent, as a picture and as a table', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openUsage(app);
  await expect(async () => {
    expect(await shownTotal(app)).toBe(await sentTo(sandbox));
  }).toPass();
  const today = await dayRow(app, 'Today');
  const { Total, ...parts } = today;
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(Total);
  const hours = card(app, 'hours');
  await expect(
    hours.getByRole('img', { name: /^Requests by hour, yesterday and today/ }),
  ).toBeVisible();
  await hours.getByText('Table', { exact: true }).click();
  const table = hours.getByRole('table', { name: 'Requests by hour' });
  await expect(table.getByRole('columnheader', { name: 'Positions' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Refused by a limit' })).toBeVisible();
  await hours.getByRole('region', { name: 'Requests by hour' }).focus();
  await expect(app.getByTestId('usage-limit')).toContainText('The service allows 1,200 a minute.');
  await expect(card(app, 'counters')).toContainText('It does not say what they count');
  await expect(card(app, 'counters').getByRole('row')).not.toHaveCount(1);
});

test('marks what a limit refused, and names no limit that it does not know', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openUsage(app);
  await sandbox.control('limit', { requestsPerMinute: 1 });
  await expect(async () => {
    expect((await dayRow(app, 'Today'))['Refused by a limit']).toBeGreaterThan(0);
  }).toPass({ timeout: 45_000 });
  await expect(card(app, 'spent')).toContainText('How many answers a day holds is unknown.');
});

test('keeps what was counted over a restart', async ({ app, sandbox, host }) => {
  await openList(app, sandbox);
  await openUsage(app);
  await expect(async () => {
    expect(await shownTotal(app)).toBe(await sentTo(sandbox));
  }).toPass();
  const before = await shownTotal(app);
  await host.restart();
  await openUsage(app);
  await expect(async () => {
    const shown = await shownTotal(app);
    expect(shown).toBeGreaterThan(before);
    expect(shown).toBe(await sentTo(sandbox));
  }).toPass();
});

test.describe('with a limit that is unknown', () => {
  test.use({ users: 130, limit: null });

  test('a plan says how many requests and minutes it will take', async ({ app, sandbox }) => {
    await openPage(app, sandbox, 'Users');
    const users = app.getByRole('grid', { name: 'Users', exact: true });
    await expect(users.getByRole('rowheader')).not.toHaveCount(0);
    await app.getByRole('checkbox', { name: 'Select all that match' }).click();
    await app.getByTestId('selection-bar').getByRole('button', { name: 'Disable…' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Review' }).click();
    await expect(dialog.getByTestId('plan-cost')).toHaveText(
      /^About 1\d\d requests, which take about [12] min at the present rate of \d+ a minute\./,
    );
    await expect(dialog.getByTestId('plan-cost')).toContainText('limit is unknown');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('has no serious fault that a machine can find', async ({ app, sandbox }) => {
      await openList(app, sandbox);
      await openUsage(app);
      await expect(card(app, 'hours').getByRole('img')).toBeVisible();
      await expectNoSeriousFault(app);
      await card(app, 'hours').getByText('Table', { exact: true }).click();
      await expect(card(app, 'hours').getByRole('table')).toBeVisible();
      await expectNoSeriousFault(app);
    });
  });
}
