/** Signing in and out. */
import { expect, openList, signIn, test } from './world';

test('signs in and fills the list, then signs out', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await expect(app.getByText('40 devices')).toBeVisible();
  await app.getByRole('button', { name: 'ana@flota.example' }).click();
  await app.getByRole('menuitem', { name: 'Sign out' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('says so when the key is wrong, and keeps what was typed', async ({ app, sandbox }) => {
  await signIn(app, sandbox, 'not-the-key');
  await expect(app.locator('[data-error-code=key_rejected]')).toContainText(
    'does not accept the API key',
  );
  await expect(app.getByRole('textbox', { name: 'User name' })).toHaveValue('ana@flota.example');
});

test('shows an empty key and a bad address at their fields', async ({ app, sandbox }) => {
  await signIn(app, sandbox, ' ');
  await expect(app.getByText('The API key is missing.')).toBeVisible();
  await app.getByLabel('API key', { exact: true }).fill('some-key');
  await app
    .getByRole('textbox', { name: 'Address of the service' })
    .fill('http://tracker.example.com');
  await app.getByRole('button', { name: 'Sign in' }).click();
  await expect(app.getByText("This address can't be used.")).toBeVisible();
});

test('opens the demo fleet and leaves it', async ({ app }) => {
  await app.getByRole('button', { name: 'Explore the demo fleet' }).click();
  await expect(app.getByText('180 devices')).toBeVisible();
  await app.getByRole('button', { name: 'Demo fleet' }).click();
  await app.getByRole('menuitem', { name: 'Leave the demo' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Leave the demo' }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('stops asking when the key is regenerated, and offers to sign in again', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await sandbox.control('key');
  await expect(app.locator('[data-error-code=key_rejected]')).toBeVisible();
  await expect(app.getByText('Stopped')).toBeVisible();
  await app.getByRole('button', { name: 'Sign in again' }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test.describe('without a keyring', () => {
  test.use({ hostArgs: ['--keyring', 'missing'] });

  test('offers to keep the key for this run only', async ({ app, sandbox }) => {
    await signIn(app, sandbox);
    await expect(app.getByText('offers no safe place for the key')).toBeVisible();
    await app.getByRole('button', { name: 'Keep the key for this run only' }).click();
    await expect(app.getByText('40 devices')).toBeVisible();
  });
});
