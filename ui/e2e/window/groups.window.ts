/** The real window: a group is made, changed, the change taken back, and the group deleted. */
import { By, Key } from 'selenium-webdriver';
import { afterAll, beforeAll, test } from 'vitest';
import type { AppWindow } from './driver';
import { KEY, ROW, startWorld, USER, type WindowWorld } from './world';

let world: WindowWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.end());

const PANEL = '*[@data-testid="group-panel"]//button';
const DIALOG = '*[@role="dialog"]//button';

async function follow(window: AppWindow, link: string): Promise<void> {
  await window.click('nav//a', link);
}

async function typeName(window: AppWindow, name: string): Promise<void> {
  const field = await window.find('[data-testid=group-panel] input[required]');
  const before = (await field.getAttribute('value')) ?? '';
  await field.sendKeys(Key.END, Key.BACK_SPACE.repeat(before.length), name);
}

async function waitForGroup(window: AppWindow, name: string, isThere: boolean): Promise<void> {
  const rows = By.xpath(`//*[@role='grid']//*[@role='rowheader'][normalize-space()='${name}']`);
  await window.waitFor(`${name} is ${isThere ? 'there' : 'gone'}`, async () => {
    return (await window.browser.findElements(rows)).length > 0 === isThere;
  });
}

test('a group is made, changed, the change taken back, and the group deleted', async () => {
  const window = await world.open();
  await window.signIn(world.sandbox.line, USER, KEY);
  await window.find(ROW);
  // The driver gives no text of what is cut at the end of its column.
  const name = await window.find(`${ROW} [role=rowheader] bdi`);
  const device = await window.browser.executeScript<string>(
    'return arguments[0].textContent',
    name,
  );

  await follow(window, 'Groups');
  await window.click('button', 'New group');
  await typeName(window, 'Night shift');
  await window.click(PANEL, 'Paste a list');
  await (await window.find('[role=dialog] textarea')).sendKeys(device);
  await window.click(DIALOG, 'Find and add');
  await window.waitFor('the device is added', async () => {
    return (await (await window.find('[role=dialog]')).getText()).includes('1 device added');
  });
  await window.screenshot('group-paste');
  await window.click(DIALOG, 'Close');
  await window.waitFor('the dialog is gone', async () => {
    return (await window.count('[role=dialog]')) === 0;
  });
  await window.click(PANEL, 'Review changes');
  await window.click(DIALOG, 'Create');
  await waitForGroup(window, 'Night shift', true);

  // What was typed into the form of the new group would be lost.
  await window.findText('*[@data-testid="group-panel"]//h2', 'Night shift');
  await typeName(window, 'Day shift');
  await window.click(PANEL, 'Review changes');
  await window.find('[data-testid=preview-fields]');
  await window.screenshot('group-preview');
  await window.click(DIALOG, 'Save');
  await waitForGroup(window, 'Day shift', true);

  await follow(window, 'Journal');
  await window.click('li//button', 'Undo');
  await window.click(DIALOG, 'Undo');
  await window.find('[data-testid=change-done]');
  await window.screenshot('journal');
  await follow(window, 'Groups');
  await waitForGroup(window, 'Day shift', false);

  const row = By.xpath(`//*[@role='grid']//*[@role='rowheader'][normalize-space()='Night shift']`);
  await (await window.browser.findElement(row)).click();
  await window.click(PANEL, 'Delete');
  await window.click(DIALOG, 'Delete');
  await waitForGroup(window, 'Night shift', false);
});
