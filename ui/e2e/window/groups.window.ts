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

const inPanel = (window: AppWindow, text: string) =>
  window.findText('*[@data-testid="group-panel"]//button', text);

const inDialog = (window: AppWindow, text: string) =>
  window.findText('*[@role="dialog"]//button', text);

async function follow(window: AppWindow, link: string): Promise<void> {
  await (await window.findText('nav//a', link)).click();
}

async function typeName(window: AppWindow, name: string): Promise<void> {
  const field = await window.find('[data-testid=group-panel] input[required]');
  await field.sendKeys(Key.chord(Key.CONTROL, 'a'), name);
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
  const device = await (await window.find(`${ROW} [role=rowheader] bdi`)).getText();

  await follow(window, 'Groups');
  await (await window.findText('button', 'New group')).click();
  await typeName(window, 'Night shift');
  await (await inPanel(window, 'Paste a list')).click();
  await (await window.find('[role=dialog] textarea')).sendKeys(device);
  await (await inDialog(window, 'Find and add')).click();
  await window.waitFor('the device is added', async () => {
    return (await (await window.find('[role=dialog]')).getText()).includes('1 device added');
  });
  await window.screenshot('group-paste');
  await (await window.find('[role=dialog] textarea')).sendKeys(Key.ESCAPE);
  await (await inPanel(window, 'Review changes')).click();
  await (await inDialog(window, 'Create')).click();
  await waitForGroup(window, 'Night shift', true);

  await typeName(window, 'Day shift');
  await (await inPanel(window, 'Review changes')).click();
  await window.find('[data-testid=preview-fields]');
  await window.screenshot('group-preview');
  await (await inDialog(window, 'Save')).click();
  await waitForGroup(window, 'Day shift', true);

  await follow(window, 'Journal');
  await (await window.findText('li//button', 'Undo')).click();
  await (await inDialog(window, 'Undo')).click();
  await window.find('[data-testid=change-done]');
  await window.screenshot('journal');
  await follow(window, 'Groups');
  await waitForGroup(window, 'Day shift', false);

  const row = By.xpath(`//*[@role='grid']//*[@role='rowheader'][normalize-space()='Night shift']`);
  await (await window.browser.findElement(row)).click();
  await (await inPanel(window, 'Delete')).click();
  await (await inDialog(window, 'Delete')).click();
  await waitForGroup(window, 'Night shift', false);
});
