/** The real window: a day of a vehicle is fetched, played, and saved as GPX and as a workbook. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { By } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppWindow } from './driver';
import { saveAs } from './saveDialog';
import { KEY, ROW, startWorld, USER, type WindowWorld } from './world';

let world: WindowWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.end());

const MOMENT = '[data-testid=history-moment]';

async function save(window: AppWindow, kind: string, file: string): Promise<Buffer> {
  await window.click('button', 'Save as a file');
  await window.click('*[@role="menuitem"]', kind);
  await saveAs(file);
  await window.waitFor(`${file} is written`, async () => {
    const size = await stat(file).then(
      (it) => it.size,
      () => 0,
    );
    return size > 0;
  });
  return readFile(file);
}

test('a day is fetched, played, and saved as GPX and as a workbook', async () => {
  const window = await world.open();
  await window.signIn(world.sandbox.line, USER, KEY);
  await window.find(ROW);
  const moving = By.xpath(`//*[@role='row'][.//*[normalize-space()='Moving']]`);
  await window.waitFor('a vehicle moves', async () => {
    return (await window.browser.findElements(moving)).length > 0;
  });
  await (await window.browser.findElement(moving)).click();
  await window.click('*[@data-testid="device-panel"]//button', 'History');
  await window.click('button', 'Yesterday');
  await window.find('[data-testid=history-days] [data-state=stored]');
  await window.find('[data-testid=map][data-route-points]');
  const at = async () => (await window.find(MOMENT)).getAttribute('datetime');
  const before = await at();
  await window.click('button', 'Play');
  await window.waitFor('the moment moves on', async () => (await at()) !== before);
  await window.click('button', 'Pause');
  await window.screenshot('history');

  const gpx = await save(window, 'GPX (navigation devices)', join(world.folder, 'day.gpx'));
  expect(gpx.toString('utf8')).toContain('<trkpt');
  const xlsx = await save(
    window,
    'Excel (positions, trips, stops, days, alerts)',
    join(world.folder, 'day.xlsx'),
  );
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
});
