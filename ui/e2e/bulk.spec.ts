/** The same is done to many at once: it is reviewed first, seen while it runs, held, stopped, done again, and taken back. */
import type { Locator, Page } from '@playwright/test';
import { expect, openList, openPage, type Sandbox, test } from './world';

const dialog = (app: Page): Locator => app.getByRole('dialog');
const bar = (app: Page): Locator => app.getByTestId('selection-bar');
const words = (app: Page): Locator => dialog(app).getByTestId('job-words');

async function openUsers(app: Page, sandbox: Sandbox): Promise<void> {
  await openPage(app, sandbox, 'Users');
  // The devices stay until the page is read, and can be chosen as well.
  const users = app.getByRole('grid', { name: 'Users', exact: true });
  await expect(users.getByRole('rowheader')).not.toHaveCount(0);
}

/** The last word on what becomes of the next requests. */
async function setFaults(sandbox: Sandbox, faults: string[]): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  expect(response.ok).toBe(true);
}

/** Disables all users, up to where the work begins. */
async function disableAll(app: Page): Promise<void> {
  await app.getByRole('checkbox', { name: 'Select all that match' }).click();
  await bar(app).getByRole('button', { name: 'Disable…' }).click();
  await dialog(app).getByRole('button', { name: 'Review' }).click();
  await expect(dialog(app).getByTestId('plan-summary')).toContainText('users change');
  await dialog(app)
    .getByRole('button', { name: /^Make \d+ changes/ })
    .click();
}

test('rows are chosen by pointer and keyboard, and stay chosen through order and search', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const grid = app.getByRole('grid');
  const row = (index: number) => grid.locator(`[data-index="${index}"]`);
  await row(1).getByRole('checkbox').click();
  await row(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar(app)).toContainText('4 devices selected');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Space');
  await expect(bar(app)).toContainText('5 devices selected');
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('device-panel')).toBeVisible();
  await app.getByRole('button', { name: 'Status' }).click();
  await expect(bar(app)).toContainText('5 devices selected');

  await row(0).focus();
  await app.keyboard.press('Control+a');
  await expect(bar(app)).toContainText('All 40 devices that match are selected');
  await row(0).getByRole('checkbox').click();
  await expect(bar(app)).toContainText('39 devices selected');
  await app.getByRole('searchbox', { name: 'Search devices' }).fill('bus');
  await expect(bar(app)).toContainText('nothing is selected any more');
  await row(0).getByRole('checkbox').click();
  await app.getByRole('searchbox', { name: 'Search devices' }).fill('van');
  await expect(bar(app)).toContainText('1 device selected');
  await expect(bar(app)).toContainText('may not be in the list below');
  await row(0).focus();
  await app.keyboard.press('Escape');
  await expect(bar(app)).not.toContainText('selected');
});

test('chosen devices are added to a group, and the journal takes it back', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await app.getByRole('checkbox', { name: 'Select all that match' }).click();
  await bar(app).getByRole('button', { name: 'Add to groups…' }).click();
  await dialog(app).getByLabel('Groups').first().click();
  for (const place of [0, 1]) await app.getByRole('option').nth(place).click();
  await dialog(app).getByText('For 40 devices.').click();
  await dialog(app).getByRole('button', { name: 'Review' }).click();
  await expect(dialog(app).getByTestId('plan-summary')).toContainText('2 groups change');
  await expect(dialog(app)).toContainText('added');
  await dialog(app).getByRole('button', { name: 'Make 2 changes' }).click();
  await expect(words(app)).toHaveText('Finished: 2 changes made');
  // What is over stays in sight on every page until someone puts it away.
  await app.keyboard.press('Escape');
  await expect(bar(app)).not.toContainText('selected');
  await app.getByRole('link', { name: 'Journal' }).click();
  await expect(app.getByTestId('job-bar')).toContainText('2 changes made');
  await app.getByTestId('job-bar').getByRole('button', { name: 'Show' }).click();
  await dialog(app).getByRole('button', { name: 'Finish' }).click();
  await expect(app.getByTestId('job-bar')).toHaveCount(0);

  await app.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(dialog(app).getByTestId('plan-summary')).toContainText('2 changes are taken back');
  await dialog(app).getByRole('button', { name: 'Undo 2 changes' }).click();
  await expect(words(app)).toHaveText('Finished: 2 changes made');
});

test('work is held, goes on, is stopped, and what is left is done again', async ({
  app,
  sandbox,
}) => {
  // More than are sent at a time.
  await makeGroups(sandbox, 250);
  await openPage(app, sandbox, 'Groups');
  await expect(app.getByTestId('group-count')).toContainText('256');
  await app.getByRole('checkbox', { name: 'Select all that match' }).click();
  await bar(app).getByRole('button', { name: 'Delete…' }).click();
  await dialog(app).getByRole('textbox').fill('256');
  await sandbox.control('latency', { latencyMs: 500 });
  await dialog(app).getByRole('button', { name: 'Delete 256 groups' }).click();
  await dialog(app).getByRole('button', { name: 'Pause' }).click();
  await expect(words(app)).toContainText('On hold');
  await dialog(app).getByRole('button', { name: 'Go on' }).click();
  await expect(words(app)).toContainText('Changing');
  await dialog(app).getByRole('button', { name: 'Stop' }).click();
  await expect(words(app)).toContainText(/^Stopped: \d+ were not sent/);
  await sandbox.control('latency', { latencyMs: 0 });
  await dialog(app)
    .getByRole('button', { name: /^Try \d+ again/ })
    .click();
  await expect(words(app)).toHaveText('Finished: 256 changes made');
});

test('what the service refuses is told, done again, and saved as a table', async ({
  app,
  sandbox,
}) => {
  await openUsers(app, sandbox);
  await setFaults(sandbox, ['status=403,on=patchUser,times=2']);
  await disableAll(app);
  await expect(words(app)).toContainText('Finished: 2 need a look');
  await dialog(app)
    .getByRole('button', { name: /^Failed/ })
    .click();
  await expect(dialog(app).getByRole('listitem')).toHaveCount(2);
  const download = app.waitForEvent('download');
  await dialog(app).getByRole('button', { name: 'Save as a table' }).click();
  expect((await download).suggestedFilename()).toMatch(/^changes-\d+\.csv$/);
  await dialog(app).getByRole('button', { name: 'Try 2 again' }).click();
  await expect(words(app)).toContainText(/^Finished: \d+ changes made/);
});

test('groups are deleted once their number was typed', async ({ app, sandbox }) => {
  await openPage(app, sandbox, 'Groups');
  const rows = app.getByRole('grid', { name: 'Groups' }).getByRole('rowheader');
  await expect(rows).not.toHaveCount(0);
  const before = await rows.count();
  for (const index of [0, 1]) {
    await app.locator(`[data-index="${index}"]`).getByRole('checkbox').click();
  }
  await bar(app).getByRole('button', { name: 'Delete…' }).click();
  const confirm = dialog(app).getByRole('button', { name: 'Delete 2 groups' });
  await expect(confirm).toBeDisabled();
  await dialog(app).getByRole('textbox').fill('2');
  await confirm.click();
  await expect(words(app)).toHaveText('Finished: 2 changes made');
  await app.keyboard.press('Escape');
  await expect(rows).toHaveCount(before - 2);
});

test('someone else’s change stops one of many, and is settled by itself', async ({
  app,
  sandbox,
}) => {
  await openUsers(app, sandbox);
  await app.getByRole('checkbox', { name: 'Select all that match' }).click();
  await bar(app).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: 'Set the message…' }).click();
  await dialog(app).getByRole('textbox').fill('Mine');
  await dialog(app).getByRole('button', { name: 'Review' }).click();
  await expect(dialog(app).getByTestId('plan-summary')).toContainText('users change');
  await messageElsewhere(sandbox, 'Theirs');
  await dialog(app)
    .getByRole('button', { name: /^Make \d+ changes/ })
    .click();
  await expect(words(app)).toHaveText('Finished: 1 needs a look');
  await dialog(app)
    .getByRole('button', { name: /^Settle / })
    .click();
  await expect(dialog(app)).toContainText('Mine');
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(app)).toContainText('Theirs');
  await dialog(app).getByRole('radio', { name: /mine/i }).check();
  await dialog(app).getByRole('button', { name: 'Continue' }).click();
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(words(app)).toHaveText(/^Finished: \d+ changes made/);
});

/** What a request to the service itself needs. */
async function headersFor(sandbox: Sandbox): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' };
  const login = { userName: 'ana@flota.example', apiKey: sandbox.key };
  const signedIn = await fetch(`${sandbox.url}/api/Auth/Token`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify(login) },
  });
  const { token } = (await signedIn.json()) as { token: string };
  return { ...json, authorization: `Bearer ${token}` };
}

/** Makes groups of one device behind the app's back. */
async function makeGroups(sandbox: Sandbox, count: number): Promise<void> {
  const headers = await headersFor(sandbox);
  const listed = await fetch(`${sandbox.url}/api/devices`, { headers });
  const { devices } = (await listed.json()) as { devices: { id: string }[] };
  for (let number = 1; number <= count; number += 1) {
    const group = { name: `Depot ${number}`, devices: [devices[0]?.id] };
    const made = await fetch(`${sandbox.url}/api/groups`, {
      ...{ method: 'POST', headers, body: JSON.stringify(group) },
    });
    expect(made.ok).toBe(true);
  }
}

/** Gives the first user another message behind the app's back. */
async function messageElsewhere(sandbox: Sandbox, message: string): Promise<void> {
  const headers = await headersFor(sandbox);
  const listed = await fetch(`${sandbox.url}/api/users`, { headers });
  const { users } = (await listed.json()) as { users: { id: string }[] };
  const changed = await fetch(`${sandbox.url}/api/users/${users[0]?.id}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'replace', path: '/message', value: message }]),
  });
  expect(changed.ok).toBe(true);
}
