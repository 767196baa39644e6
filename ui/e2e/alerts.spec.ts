/** Alerts of the past: what they cost, fetched, filtered by kind, on the map, saved, and led from to the day. */
import type { Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, openList, test } from './world';

test.use({ devices: 6 });

/** Days take requests, which wait for their turn behind live positions. */
const FETCHED = { timeout: 60_000 };

async function openAlerts(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Alerts' }).click();
  await expect(app.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible();
}

test('alerts of the fleet are fetched once, filtered, saved, and lead to their day', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openAlerts(app);
  await expect(app.getByText(/^Choose vehicles and days/)).toBeVisible();
  const cost = app.getByTestId('alerts-cost');
  await expect(cost).toHaveText(/^6 vehicles, 7 days: 42 requests for what is not stored/);
  await expectNoSeriousFault(app);
  await app.getByRole('button', { name: 'Fetch and show' }).click();
  await expect(cost).toContainText('everything is stored on this computer', FETCHED);
  const sum = app.getByTestId('alerts-sum');
  await expect(sum).toHaveText(/^\d+ alerts? of \d+ vehicles?$/);
  const all = (await sum.textContent()) ?? '';
  await expect(app.getByTestId('alert-days').getByRole('listitem')).toHaveCount(7);
  await expectNoSeriousFault(app);

  await expect(app.getByText(/^Hatched/)).toBeHidden();
  const list = app.getByRole('grid', { name: 'List of alerts' });
  const kinds = app.getByRole('group', { name: 'Show only some kinds' }).getByRole('button');
  await kinds.nth(1).click();
  await expect(kinds.nth(1)).toHaveAttribute('aria-pressed', 'true');
  const [what = '', count = ''] = ((await kinds.nth(1).textContent()) ?? '').split(' · ');
  await expect(sum).toHaveText(new RegExp(`^${count} alerts? of`));
  await expect(list.locator('[data-index="0"]')).toContainText(what.trim());

  await app.getByRole('button', { name: 'Save as a file' }).click();
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: 'Excel: alerts, kinds and days' }).click();
  expect((await download).suggestedFilename()).toMatch(/^alerts-\d{4}-\d\d-\d\d-.+\.xlsx$/);

  await app.getByText('Map', { exact: true }).click();
  await expect(app.getByTestId('map')).toHaveAttribute('data-loaded', 'true');
  await expectNoSeriousFault(app);
  await app.getByText('List', { exact: true }).click();
  await app.getByRole('button', { name: 'Every kind' }).click();
  await expect(sum).toHaveText(all);

  await list.locator('[data-index="0"]').click();
  await expect(app.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
  await openAlerts(app);
  await expect(sum).toHaveText(all);
});
