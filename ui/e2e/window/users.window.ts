/** The real window: a user is made, changed, the change taken back, and the user deleted. */
import { By, Key, type WebElement } from 'selenium-webdriver';
import { afterAll, beforeAll, test } from 'vitest';
import type { AppWindow } from './driver';
import { KEY, ROW, startWorld, USER, type WindowWorld } from './world';

let world: WindowWorld;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(() => world?.end());

const PANEL = '*[@data-testid="user-panel"]//button';
const DIALOG = '*[@role="dialog"]//button';
const OPTION = '*[@role="option"]';
const NAME = 'Nora Paz';
/** The fields that a user needs, in their order in the panel. */
const NEEDED = { name: 0, email: 1, country: 2, timeZone: 3 } as const;

async function needed(window: AppWindow, which: keyof typeof NEEDED): Promise<WebElement> {
  const fields = '[data-testid=user-panel] input[required]';
  await window.find(fields);
  const field = (await window.browser.findElements(By.css(fields)))[NEEDED[which]];
  if (!field) throw new Error(`the panel has no field ${which}`);
  return field;
}

async function choose(
  window: AppWindow,
  which: 'country' | 'timeZone',
  typed: string,
  option: string,
): Promise<void> {
  // Until the service has told what there is, it is no field to choose from.
  await window.waitFor(`${which} can be chosen`, async () => {
    return (await (await needed(window, which)).getAttribute('aria-haspopup')) === 'listbox';
  });
  await (await needed(window, which)).sendKeys(typed);
  await window.click(OPTION, option);
}

async function waitForUser(window: AppWindow, name: string, isThere: boolean): Promise<void> {
  const rows = By.xpath(`//*[@role='grid']//*[@role='rowheader'][normalize-space()='${name}']`);
  await window.waitFor(`${name} is ${isThere ? 'there' : 'gone'}`, async () => {
    return (await window.browser.findElements(rows)).length > 0 === isThere;
  });
}

test('a user is made, changed, the change taken back, and the user deleted', async () => {
  const window = await world.open();
  await window.signIn(world.sandbox.line, USER, KEY);
  await window.find(ROW);

  await window.click('nav//a', 'Users');
  await window.find(`[data-testid=user-list] ${ROW}`);
  await window.screenshot('users');
  await window.click('button', 'New user');
  await (await needed(window, 'name')).sendKeys(NAME);
  await (await needed(window, 'email')).sendKeys('nora@flota.example');
  await choose(window, 'country', 'chile', 'Chile');
  await choose(window, 'timeZone', 'santiago', 'America/Santiago');
  await window.click(PANEL, 'Generate one');
  await window.screenshot('user-new');
  await window.click(PANEL, 'Review changes');
  await window.click(DIALOG, 'Create');
  await waitForUser(window, NAME, true);

  // What was typed into the form of the new user would be lost.
  await window.findText('*[@data-testid="user-panel"]//h2', NAME);
  await (await needed(window, 'name')).sendKeys(Key.END, ' Rojas');
  await window.click(PANEL, 'Review changes');
  await window.find('[data-testid=preview-fields]');
  await window.screenshot('user-preview');
  await window.click(DIALOG, 'Save');
  await waitForUser(window, `${NAME} Rojas`, true);

  await window.click('nav//a', 'Journal');
  await window.click('li//button', 'Undo');
  await window.click(DIALOG, 'Undo');
  await window.find('[data-testid=change-done]');
  await window.click('nav//a', 'Users');
  await waitForUser(window, `${NAME} Rojas`, false);

  const row = By.xpath(`//*[@role='grid']//*[@role='rowheader'][normalize-space()='${NAME}']`);
  await (await window.browser.findElement(row)).click();
  await window.click(PANEL, 'More');
  await window.click('*[@role="menuitem"]', 'Delete…');
  await (await window.find('[role=dialog] input')).sendKeys(NAME);
  await window.screenshot('user-delete');
  await window.click(DIALOG, 'Delete');
  await waitForUser(window, NAME, false);
});
