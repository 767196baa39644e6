/** A report: what it takes, made, shown as pictures and tables, saved, printed, and gone on with after a restart. */
import type { Locator, Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, openList, test, USER } from './world';

test.use({ devices: 12 });

const report = (app: Page): Locator => app.getByTestId('report');
const cost = (app: Page): Locator => app.getByTestId('report-cost');
const vehicles = (app: Page): Locator => app.getByRole('grid', { name: 'Vehicles' });

/** Days take requests, which wait for their turn behind live positions. */
const MADE = { timeout: 60_000 };

async function openReports(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Reports' }).click();
  await expect(app.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
  await app.getByRole('button', { name: 'Yesterday' }).click();
}

test('a report says what it takes, is made, read, saved and printed', async ({ app, sandbox }) => {
  await app.addInitScript(() => {
    window.print = () => {};
  });
  await app.reload();
  await openList(app, sandbox);
  await openReports(app);
  await expect(app.getByText(/^Choose vehicles and days/)).toBeVisible();
  await app.getByRole('textbox', { name: 'Speed limit' }).fill('60');
  await expect(cost(app)).toHaveText(/^12 vehicles, 1 day: 12 requests for what is not stored/);
  await expectNoSeriousFault(app);
  await app.getByRole('button', { name: 'Make the report' }).click();
  await expect(report(app)).toBeVisible(MADE);
  await expect(report(app).getByRole('heading', { level: 2 })).toHaveText(/^12 vehicles, /);
  await expect(cost(app)).toContainText('everything is stored on this computer');
  await expectNoSeriousFault(app);

  await vehicles(app).getByRole('columnheader', { name: 'Distance' }).click();
  await expect(vehicles(app).locator('[data-index="0"]')).toContainText(/\d km/);
  await report(app).getByText('Table', { exact: true }).click();
  await expect(report(app).getByRole('table', { name: 'Days' })).toContainText('Total');
  await expectNoSeriousFault(app);

  await report(app).getByRole('button', { name: 'Save as a file' }).click();
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: 'Excel: and a table for each vehicle' }).click();
  expect((await download).suggestedFilename()).toMatch(/^report-\d{4}-\d\d-\d\d-.+\.xlsx$/);

  await report(app).getByRole('button', { name: 'Print' }).click();
  await app.emulateMedia({ media: 'print' });
  const printed = app.getByTestId('printed');
  await expect(printed.getByRole('heading', { name: 'Reports' })).toBeVisible();
  await expect(printed.getByText(/^12 vehicles, /)).toBeVisible();
  await expect(printed.getByRole('table').last().getByRole('row')).toHaveCount(14);
  await expect(app.getByRole('link', { name: 'Devices' })).toBeHidden();
  expect((await app.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
  await app.emulateMedia({ media: 'screen' });
  await app.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(printed).toHaveCount(0);

  await vehicles(app).locator('[data-index="0"]').click();
  await expect(app.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
});

test('a report is not shown to whoever signs in next', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openReports(app);
  await app.getByRole('button', { name: 'Make the report' }).click();
  await expect(report(app)).toBeVisible(MADE);
  await app.getByRole('button', { name: USER }).click();
  await app.getByRole('menuitem', { name: 'Sign out' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await app.getByRole('button', { name: 'Explore the demo fleet' }).click();
  await openReports(app);
  await expect(app.getByText(/^Choose vehicles and days/)).toBeVisible();
  await expect(report(app)).toBeHidden();
});

test('a report of what is selected goes on after a restart', async ({ app, host, sandbox }) => {
  await openList(app, sandbox);
  const rows = app.getByRole('grid').locator('[data-index]');
  for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').click();
  await app.getByTestId('selection-bar').getByRole('button', { name: 'Report…' }).click();
  await expect(app.getByText(/vehicles that you selected in the list/)).toBeVisible();
  await app.getByRole('button', { name: '30 days' }).click();
  await expect(cost(app)).toHaveText(/^2 vehicles, 30 days: 60 requests/);
  await sandbox.control('latency', { latencyMs: 800 });
  await app.getByRole('button', { name: 'Make the report' }).click();
  await expect(app.getByTestId('report-running')).toContainText(
    /Fetching .*: [1-9]\d* of 60/,
    MADE,
  );
  await host.restart();
  await app.getByRole('link', { name: 'Reports' }).click();
  await expect(app.getByTestId('report-running')).toContainText(/of \d+ requests/);
  await app.getByRole('button', { name: 'Stop fetching and show what is known' }).click();
  await expect(report(app)).toBeVisible(MADE);
  await expect(app.getByTestId('report-notes')).toContainText('Not every day of');
});
