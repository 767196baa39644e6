/** Who sees what is told from both sides, devices are put into groups in the matrix, and matters are dealt with. */
import type { Locator, Page } from '@playwright/test';
import { expect, openList, openPage, test } from './world';

const dialog = (app: Page): Locator => app.getByRole('dialog');
const panel = (app: Page): Locator => app.getByTestId('access-panel');
const words = (app: Page): Locator => dialog(app).getByTestId('job-words');

test('who sees a device, and what a user sees, each with the reason', async ({ app, sandbox }) => {
  await openPage(app, sandbox, 'Who sees what');
  // The devices' own grid, of the same name, stays until the page is read.
  await expect(app.getByRole('columnheader', { name: 'Seen by' })).toBeVisible();
  const devices = app.getByRole('grid', { name: 'Devices' });
  await devices
    .getByRole('row')
    .filter({ hasText: /\d users?/ })
    .first()
    .click();
  await expect(panel(app)).toContainText(/Seen by \d+ users?/);
  await expect(panel(app)).toContainText('by the group');
  await panel(app).locator('[data-viewer]').getByRole('link').first().click();
  await expect(app.getByTestId('user-panel')).toBeVisible();

  await app.getByRole('link', { name: 'Who sees what' }).click();
  await app.getByText('Users', { exact: true }).last().click();
  const users = app.getByRole('grid', { name: 'Users' });
  await users.getByRole('row').filter({ hasText: 'by the group' }).first().click();
  await expect(panel(app).getByRole('list', { name: 'Devices that the user sees' })).toBeVisible();
  await panel(app).getByRole('listitem').getByRole('link').first().click();
  await expect(app.getByTestId('device-panel')).toBeVisible();
  await expect(app.getByTestId('device-viewers')).toContainText('by the group');
});

test('devices that nobody sees are found by their number', async ({ app, sandbox }) => {
  await openPage(app, sandbox, 'Who sees what');
  const headline = app.getByRole('button', { name: /devices that nobody sees/ });
  await expect(headline).toContainText(/\d/);
  const count = Number.parseInt((await headline.textContent()) ?? '', 10);
  await headline.click();
  await expect(app.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
  for (const cell of await app.locator('[data-column=viewers]').allInnerTexts()) {
    expect(cell).toContain('nobody');
  }
});

test('in the matrix devices change groups by click and keyboard, and what is changed is reviewed', async ({
  app,
  sandbox,
}) => {
  await openPage(app, sandbox, 'Groups');
  await app.getByRole('link', { name: 'Matrix' }).click();
  const grid = app.getByRole('grid', { name: 'Devices by groups' });
  const gathered = app.getByTestId('gathered');
  const out = grid.getByRole('gridcell', { name: /: no$/ }).first();
  await out.click();
  await expect(gathered).toContainText('1 change in 1 group');
  await expect(grid.locator(':focus')).toHaveAccessibleName(/: yes, changed$/);
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('Space');
  await expect(gathered).toContainText('2 changes in 2 groups');
  await app.getByRole('button', { name: 'Undo the last' }).click();
  await expect(gathered).toContainText('1 change in 1 group');

  // Whoever leaves with changes is asked first.
  await app.getByRole('link', { name: 'Settings' }).click();
  await dialog(app).getByRole('button', { name: 'Keep editing' }).click();
  await app.getByRole('button', { name: 'Review changes' }).click();
  await expect(dialog(app).getByTestId('plan-summary')).toContainText('1 group changes');
  await dialog(app).getByRole('button', { name: 'Make 1 change' }).click();
  await expect(words(app)).toHaveText('Finished: 1 change made');
  await dialog(app).getByRole('button', { name: 'Finish' }).click();
  await expect(gathered).toContainText('Nothing is sent before you review it');

  await app.getByRole('searchbox', { name: 'Search devices' }).fill('no such device');
  await expect(app.getByText('No device matches')).toBeVisible();
});

test.describe('with few devices', () => {
  test.use({ devices: 5 });

  test('no group is left without a device in the matrix', async ({ app, sandbox }) => {
    await openPage(app, sandbox, 'Groups');
    await app.getByRole('link', { name: 'Matrix' }).click();
    const grid = app.getByRole('grid', { name: 'Devices by groups' });
    const first = grid.getByRole('gridcell', { name: /: yes$/ }).first();
    const [, column = ''] = ((await first.getAttribute('data-cell')) ?? '').split(' ');
    const members = grid.locator(`[data-cell$=" ${column}"][data-in]`);
    for (let left = await members.count(); left > 0; left -= 1) await members.first().click();
    await expect(app.getByTestId('gathered')).toContainText('needs at least one device');
    await expect(members).toHaveCount(1);
  });
});

test('a matter is shown among the users, and dealt with for all at once', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await app.getByRole('link', { name: /To look at/ }).click();
  const matter = app.locator('[data-matter=neverLoggedIn]');
  await expect(matter).toContainText('may send commands to vehicles');
  const count = Number.parseInt((await matter.getByRole('heading').textContent()) ?? '', 10);
  await matter.getByRole('button', { name: 'Show' }).click();
  const users = app.getByRole('grid');
  await expect(users).toHaveAttribute('aria-rowcount', String(count + 1));
  await app.getByRole('link', { name: /To look at/ }).click();
  await matter.getByRole('button', { name: 'Disable…' }).click();
  await dialog(app).getByRole('button', { name: 'Review' }).click();
  await dialog(app)
    .getByRole('button', { name: `Make ${count} change` })
    .click();
  await expect(words(app)).toContainText('Finished');
  await dialog(app).getByRole('button', { name: 'Finish' }).click();
  await expect(matter).toHaveCount(0);
});
