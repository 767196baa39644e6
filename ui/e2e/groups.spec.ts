/** Groups are made, changed and deleted, each change is reviewed first, and the journal takes it back. */
import type { Locator, Page } from '@playwright/test';
import { expect, openList, openPage, type Sandbox, test } from './world';

const panel = (app: Page): Locator => app.getByTestId('group-panel');
const dialog = (app: Page): Locator => app.getByRole('dialog');
const rowOf = (app: Page, name: string): Locator =>
  app.getByRole('grid', { name: 'Groups' }).getByRole('row').filter({ hasText: name });

async function openGroups(app: Page, sandbox: Sandbox): Promise<void> {
  await openPage(app, sandbox, 'Groups');
  await expect(app.getByRole('grid', { name: 'Groups' }).getByRole('rowheader')).not.toHaveCount(0);
}

/** The service's own names of two devices. */
async function twoNames(app: Page): Promise<string[]> {
  const names = app.getByRole('grid').getByRole('rowheader').locator('bdi');
  await expect(names).not.toHaveCount(0);
  return (await names.allTextContents()).slice(0, 2);
}

async function makeGroup(app: Page, name: string, devices: string[]): Promise<void> {
  await app.getByRole('button', { name: 'New group' }).first().click();
  await panel(app).getByLabel('Name', { exact: false }).first().fill(name);
  await panel(app).getByRole('button', { name: 'Paste a list' }).click();
  await dialog(app)
    .getByRole('textbox')
    .fill([...devices, 'no such vehicle'].join('\n'));
  await dialog(app).getByRole('button', { name: 'Find and add' }).click();
  await expect(dialog(app)).toContainText('no such vehicle');
  await expect(dialog(app)).toContainText('1 line fits no device and was not added');
  await app.keyboard.press('Escape');
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await dialog(app).getByRole('button', { name: 'Create', exact: true }).click();
  await expect(app.getByText('Created. Undo is in the journal.')).toBeVisible();
  // The form of the new group has given way to that of the group.
  await expect(panel(app).getByRole('heading', { name })).toBeVisible();
}

/** Changes the name of a group behind the app's back. */
async function renameElsewhere(sandbox: Sandbox, from: string, to: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const login = { userName: 'ana@flota.example', apiKey: sandbox.key };
  const signedIn = await fetch(`${sandbox.url}/api/Auth/Token`, {
    ...{ method: 'POST', headers: json, body: JSON.stringify(login) },
  });
  const { token } = (await signedIn.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  const listed = await fetch(`${sandbox.url}/api/groups`, { headers: { authorization } });
  const { groups } = (await listed.json()) as { groups: { id: string; name: string }[] };
  const id = groups.find(({ name }) => name === from)?.id;
  const patch = [{ op: 'replace', path: '/name', value: to }];
  const renamed = await fetch(`${sandbox.url}/api/groups/${id}`, {
    method: 'PATCH',
    headers: { authorization, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify(patch),
  });
  expect(renamed.ok).toBe(true);
}

test('a group is made from a pasted list, changed, and the change is taken back', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const names = await twoNames(app);
  await app.getByRole('link', { name: 'Groups' }).click();
  await makeGroup(app, 'Night shift', names);
  await expect(rowOf(app, 'Night shift')).toBeVisible();

  await panel(app).getByLabel('Name', { exact: false }).first().fill('Day shift');
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(dialog(app)).toContainText('Night shift');
  await expect(dialog(app)).toContainText('Nobody’s view changes.');
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(app, 'Day shift')).toBeVisible();

  await app.getByRole('link', { name: 'Journal', exact: true }).click();
  await app.getByRole('button', { name: /^Undo/ }).first().click();
  await dialog(app).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(app.getByText('Undone.')).toBeVisible();
  await app.getByRole('link', { name: 'Groups' }).click();
  await expect(rowOf(app, 'Night shift')).toBeVisible();
  await expect(rowOf(app, 'Day shift')).toHaveCount(0);
});

test('a deletion is reviewed, and undoing it brings the group back', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const names = await twoNames(app);
  await app.getByRole('link', { name: 'Groups' }).click();
  await makeGroup(app, 'Night shift', names);
  await panel(app).getByRole('button', { name: 'Delete' }).click();
  await expect(dialog(app)).toContainText('with a new id');
  await dialog(app).getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rowOf(app, 'Night shift')).toHaveCount(0);
  await app.getByRole('link', { name: 'Open the journal' }).click();
  await app.getByRole('button', { name: /^Undo/ }).first().click();
  await dialog(app).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(app.getByText('Undone.')).toBeVisible();
  await app.getByRole('link', { name: 'Groups' }).click();
  await expect(rowOf(app, 'Night shift')).toContainText('2');
});

test('a conflict shows all three versions, and is settled there', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const names = await twoNames(app);
  await app.getByRole('link', { name: 'Groups' }).click();
  await makeGroup(app, 'Night shift', names);
  await panel(app).getByLabel('Name', { exact: false }).first().fill('Mine');
  await renameElsewhere(sandbox, 'Night shift', 'Theirs');
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(app)).toContainText('Nothing was sent');
  for (const version of ['Night shift', 'Mine', 'Theirs']) {
    await expect(dialog(app)).toContainText(version);
  }
  await dialog(app).getByRole('radio', { name: /mine/i }).check();
  await dialog(app).getByRole('button', { name: 'Continue' }).click();
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(app, 'Mine')).toBeVisible();
});

test('a name that is taken is told before anything is sent', async ({ app, sandbox }) => {
  await openGroups(app, sandbox);
  const names = app.getByRole('grid', { name: 'Groups' }).getByRole('rowheader').locator('bdi');
  const [taken = ''] = await names.allTextContents();
  await app.getByRole('grid', { name: 'Groups' }).getByRole('row').nth(2).click();
  await panel(app).getByLabel('Name', { exact: false }).first().fill(taken);
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(dialog(app)).toContainText('Field at fault: Name');
  await expect(dialog(app).getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});

test('what was typed is not lost by a wrong click', async ({ app, sandbox }) => {
  await openGroups(app, sandbox);
  await app.getByRole('grid', { name: 'Groups' }).getByRole('row').nth(1).click();
  const name = panel(app).getByLabel('Name', { exact: false }).first();
  await name.fill('Typed');
  await app.getByRole('link', { name: 'Settings' }).click();
  await dialog(app).getByRole('button', { name: 'Keep editing' }).click();
  await expect(name).toHaveValue('Typed');
  await app.getByRole('link', { name: 'Settings' }).click();
  await dialog(app).getByRole('button', { name: 'Discard and leave' }).click();
  await expect(app.getByRole('heading', { name: 'Settings' })).toBeVisible();
});
