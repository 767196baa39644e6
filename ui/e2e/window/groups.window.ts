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

/** A button of the dialog, once it can be pressed: a change can be sent once it was shown. */
async function inDialog(window: AppWindow, text: string) {
  const button = await window.findText('*[@role="dialog"]//button', text);
  await window.waitFor(`${text} can be pressed`, () => button.isEnabled());
  return button;
}

async function follow(window: AppWindow, link: string): Promise<void> {
  await (await window.findText('nav//a', link)).click();
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
  await (await window.findText('button', 'New group')).click();
  await typeName(window, 'Night shift');
  await (await inPanel(window, 'Paste a list')).click();
  await (await window.find('[role=dialog] textarea')).sendKeys(device);
  await (await inDialog(window, 'Find and add')).click();
  await window.waitFor('the device is added', async () => {
    return (await (await window.find('[role=dialog]')).getText()).includes('1 device added');
  });
  await window.screenshot('group-paste');
  await (await inDialog(window, 'Close')).click();
  await window.waitFor('the dialog is gone', async () => {
    return (await window.count('[role=dialog]')) === 0;
  });
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
