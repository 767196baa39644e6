/** Users are found, made, changed, shut out and deleted; each change is reviewed first. */
import type { Locator, Page } from '@playwright/test';
import { expect, openPage, type Sandbox, test, USER } from './world';

const panel = (app: Page): Locator => app.getByTestId('user-panel');
const dialog = (app: Page): Locator => app.getByRole('dialog');
const table = (app: Page): Locator => app.getByRole('grid', { name: 'Users' });
const filter = (app: Page): Locator => app.getByRole('combobox', { name: 'Filter users' });
const rowOf = (app: Page, name: string): Locator =>
  table(app).getByRole('row').filter({ hasText: name });

async function openUsers(app: Page, sandbox: Sandbox): Promise<void> {
  await openPage(app, sandbox, 'Users');
  await expect(table(app).getByRole('rowheader')).not.toHaveCount(0);
}

async function choose(app: Page, field: string, typed: string, option: string): Promise<void> {
  await panel(app).getByRole('combobox', { name: field }).fill(typed);
  await app.getByRole('option', { name: option }).first().click();
}

async function fillNewUser(app: Page, name: string, email: string): Promise<void> {
  await app.getByRole('button', { name: 'New user' }).first().click();
  await panel(app).getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await panel(app).getByRole('textbox', { name: 'User name', exact: true }).fill(email);
  await choose(app, 'Country', 'chile', 'Chile');
  await choose(app, 'Time zone', 'santiago', 'Santiago');
}

async function send(app: Page, button: string): Promise<void> {
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await dialog(app).getByRole('button', { name: button, exact: true }).click();
}

async function makeUser(app: Page, name: string, email: string): Promise<void> {
  await fillNewUser(app, name, email);
  await panel(app).getByRole('button', { name: 'Generate one' }).click();
  await send(app, 'Create');
  await expect(app.getByText('Created. Undo is in the journal.')).toBeVisible();
  await expect(panel(app).getByRole('heading', { name, exact: true })).toBeVisible();
}

/** Changes a user behind the app's back. */
async function renameElsewhere(sandbox: Sandbox, email: string, to: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${sandbox.url}/api/Auth/Token`, {
    ...{ method: 'POST', headers: json },
    body: JSON.stringify({ userName: USER, apiKey: sandbox.key }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  const listed = await fetch(`${sandbox.url}/api/users`, { headers: { authorization } });
  const { users } = (await listed.json()) as { users: { id: string; email: string }[] };
  const id = users.find((user) => user.email === email)?.id;
  const renamed = await fetch(`${sandbox.url}/api/users/${id}`, {
    method: 'PATCH',
    headers: { authorization, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'replace', path: '/name', value: to }]),
  });
  expect(renamed.ok).toBe(true);
}

test('a user is made with a generated password, which is shown once', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await fillNewUser(app, 'Nora Paz', 'nora@flota.example');
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(panel(app).getByRole('alert')).toHaveText('A new user needs a password.');
  await panel(app).getByRole('button', { name: 'Generate one' }).click();
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(dialog(app)).toContainText('A password is set.');
  await dialog(app).getByRole('button', { name: 'Create', exact: true }).click();
  await expect(rowOf(app, 'Nora Paz')).toBeVisible();
  await app.getByRole('button', { name: 'See the password' }).click();
  await dialog(app).getByRole('button', { name: 'Show it once' }).click();
  await expect(dialog(app).locator('output')).toHaveText(/^[A-Za-z0-9]{16}$/);
  await dialog(app).getByRole('button', { name: 'Hide' }).click();
  await expect(dialog(app)).toContainText('It was shown already');
});

test('a typed password is typed twice, and its strength is told', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await table(app).getByRole('rowheader').first().click();
  await panel(app).getByRole('button', { name: 'Type one' }).click();
  await panel(app).getByLabel('New password').fill('password1');
  await expect(panel(app).getByText('Strength: very weak')).toBeVisible();
  await panel(app).getByLabel('New password').fill('teja-lenta-9-molino');
  await panel(app).getByLabel('The same again').fill('teja-lenta');
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(panel(app).getByRole('alert')).toHaveText('The two differ.');
  await panel(app).getByLabel('The same again').fill('teja-lenta-9-molino');
  await send(app, 'Save');
  await expect(app.getByText('The new password is set.')).toBeVisible();
});

test('a conflict shows all three versions, and is settled there', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await makeUser(app, 'Nora Paz', 'nora@flota.example');
  await panel(app).getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  await renameElsewhere(sandbox, 'nora@flota.example', 'Theirs');
  await send(app, 'Save');
  await expect(dialog(app)).toContainText('Someone else changed this user');
  for (const version of ['Nora Paz', 'Mine', 'Theirs']) {
    await expect(dialog(app)).toContainText(version);
  }
  await dialog(app).getByRole('radio', { name: /mine/i }).check();
  await dialog(app).getByRole('button', { name: 'Continue' }).click();
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(app, 'Mine')).toBeVisible();
});

test('a user is disabled, and the journal takes it back', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await makeUser(app, 'Nora Paz', 'nora@flota.example');
  await panel(app).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: 'Disable' }).click();
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(app, 'Nora Paz')).toContainText('Disabled');
  await app.getByRole('link', { name: 'Open the journal' }).click();
  await app
    .getByRole('button', { name: /^Undo: Changed user/ })
    .first()
    .click();
  await expect(dialog(app)).toContainText('Disabled');
  await dialog(app).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(app.getByText('Undone.')).toBeVisible();
  await app.getByRole('link', { name: 'Users', exact: true }).click();
  await expect(rowOf(app, 'Nora Paz')).toContainText('Active');
});

test('a deletion wants the name, and the journal says that it is final', async ({
  app,
  sandbox,
}) => {
  await openUsers(app, sandbox);
  await makeUser(app, 'Nora Paz', 'nora@flota.example');
  await panel(app).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(dialog(app)).toContainText('Nothing takes this back');
  await expect(dialog(app).getByRole('button', { name: 'Disable instead' })).toBeVisible();
  const confirm = dialog(app).getByRole('button', { name: 'Delete', exact: true });
  await expect(confirm).toBeDisabled();
  await dialog(app).getByRole('textbox').fill('Nora Paz');
  await confirm.click();
  await expect(rowOf(app, 'Nora Paz')).toHaveCount(0);
  await app.getByRole('link', { name: 'Open the journal' }).click();
  const entry = app.getByRole('listitem').filter({ hasText: 'Deleted user “Nora Paz”' });
  await expect(entry).toContainText('Nothing takes this back.');
  await expect(entry.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('filters are typed, turned around and taken away', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  const count = app.getByTestId('user-count');
  const all = await count.textContent();
  await filter(app).fill('disabled');
  await filter(app).press('Enter');
  const disabled = await count.textContent();
  expect(disabled).not.toBe(all);
  await app.getByRole('button', { name: 'Turn into its opposite: disabled' }).click();
  await expect(count).not.toHaveText(disabled ?? '');
  await expect(rowOf(app, 'Disabled')).toHaveCount(0);
  await filter(app).pressSequentially('expires:<2y,');
  await expect(app.locator('[data-chip="expires:<2y"]')).toBeVisible();
  await filter(app).press('Backspace');
  await expect(app.locator('[data-chip="expires:<2y"]')).toHaveCount(0);
  await app.getByRole('button', { name: 'Remove the filter -disabled' }).click();
  await expect(count).toHaveText(all ?? '');
  await filter(app).fill('nobody has this name');
  await expect(app.getByTestId('no-user-matches')).toBeVisible();
  await app.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(count).toHaveText(all ?? '');
  await expect(filter(app)).toHaveValue('');
});

test('a view is saved with its filters, order and columns', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await filter(app).fill('-disabled');
  await filter(app).press('Enter');
  await table(app).getByRole('button', { name: 'Valid until' }).click();
  await app.getByRole('button', { name: 'Columns' }).click();
  await app.getByRole('checkbox', { name: 'Privileges' }).uncheck();
  await app.keyboard.press('Escape');
  await app.getByRole('button', { name: 'Saved views' }).click();
  await app.getByRole('button', { name: 'Save this view…' }).click();
  await dialog(app).getByRole('textbox').fill('Who runs out');
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(app)).toHaveCount(0);

  await app.getByRole('button', { name: 'Remove the filter -disabled' }).click();
  await app.getByRole('button', { name: 'Columns' }).click();
  await app.getByRole('checkbox', { name: 'Privileges' }).check();
  await app.keyboard.press('Escape');
  await table(app).getByRole('button', { name: 'Name', exact: true }).click();
  await app.getByRole('button', { name: 'Saved views' }).click();
  await app.getByRole('button', { name: 'Who runs out', exact: true }).click();
  await expect(app.locator('[data-chip="-disabled"]')).toBeVisible();
  await expect(table(app).getByRole('columnheader', { name: 'Privileges' })).toHaveCount(0);
  await expect(table(app).getByRole('columnheader', { name: 'Valid until' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('access is copied from another user, and reviewed before it is sent', async ({
  app,
  sandbox,
}) => {
  await openUsers(app, sandbox);
  const source = table(app).getByRole('row').filter({ hasText: '10 devices' }).first();
  const name = await source.getByRole('rowheader').textContent();
  await makeUser(app, 'Nora Paz', 'nora@flota.example');
  await panel(app).getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: 'Copy access from another user…' }).click();
  await dialog(app)
    .getByRole('combobox', { name: 'Copy from' })
    .fill(name ?? '');
  await app.getByRole('option').first().click();
  await dialog(app).getByRole('button', { name: 'Take over' }).click();
  await panel(app).getByRole('button', { name: 'Review changes' }).click();
  await expect(app.getByTestId('preview-access')).toContainText('now sees only the following');
  await dialog(app).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rowOf(app, 'Nora Paz')).toContainText('10 devices');
});

test('who may not read the users is told so, and can try again', async ({ app, sandbox }) => {
  const faults = (body: unknown, method: string) =>
    fetch(`${sandbox.url}/sandbox/faults`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'PUT' && { body: JSON.stringify(body) }),
    });
  await faults(['status=403,on=listUsers'], 'PUT');
  await openPage(app, sandbox, 'Users');
  const notice = app.getByTestId('user-list').locator('[data-error-code=not_permitted]');
  await expect(notice).toBeVisible();
  await faults(null, 'DELETE');
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(table(app).getByRole('rowheader')).not.toHaveCount(0);
});

test('what was typed is not lost by a wrong click', async ({ app, sandbox }) => {
  await openUsers(app, sandbox);
  await table(app).getByRole('rowheader').first().click();
  const name = panel(app).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Typed');
  await table(app).getByRole('rowheader').nth(1).click();
  await dialog(app).getByRole('button', { name: 'Keep editing' }).click();
  await expect(name).toHaveValue('Typed');
  // A filter beside it loses nothing.
  await filter(app).fill('a');
  await expect(name).toHaveValue('Typed');
  await panel(app).getByRole('button', { name: 'Discard' }).click();
  await expect(name).not.toHaveValue('Typed');
});
