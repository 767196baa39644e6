/** Devices as a file, and a place that is sent to somebody. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openList, test } from './world';

test('the list and the selection go to a file, and a place to a map site', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const name = app.getByRole('columnheader', { name: 'Name' });
  await name.click();
  await app.getByRole('searchbox').fill('truck');
  await expect(app.getByTestId('result-count')).toHaveText(/^\d+ of 40 devices$/);
  const [matched] = /\d+/.exec((await app.getByTestId('result-count').textContent()) ?? '') ?? [];
  await app.getByRole('button', { name: 'Save the list as a file' }).click();
  const list = await saved(app, 'Text table (CSV)');
  expect(list.name).toBe('devices.csv');
  const lines = list.text.trim().split('\r\n');
  expect(lines).toHaveLength(Number(matched) + 1);
  expect(lines[0]).toContain('Speed (km/h),Latitude,Longitude');

  const first = app.getByRole('grid').locator('[data-index="0"]');
  await first.getByRole('checkbox').click();
  await app.getByTestId('selection-bar').getByRole('button', { name: 'Save…' }).click();
  expect((await saved(app, 'Excel workbook')).name).toBe('devices.xlsx');

  await first.click();
  const panel = app.getByTestId('device-panel');
  await panel.getByRole('button', { name: 'Share the place' }).click();
  const found = await new AxeBuilder({ page: app }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(found.violations).toEqual([]);
  const browser = app.context();
  await browser.route(/google\.com/, (route) => route.fulfill({ body: 'A map site' }));
  const opened = browser.waitForEvent('page');
  await app.getByRole('menuitem', { name: 'Show on Google Maps' }).click();
  await expect(await opened).toHaveURL(/google\.com\/maps\/search\/\?api=1&query=-?\d+\.\d{5}%2C/);
});

async function saved(app: Page, item: string): Promise<{ name: string; text: string }> {
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
