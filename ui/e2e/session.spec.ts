/** Signing in and out. */
import { timesInMemory } from './memory';
import { expect, NOTICED, openList, signIn, test, USER } from './world';

test('signs in and fills the list, then signs out', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await expect(app.getByText('40 devices')).toBeVisible();
  await app.getByRole('button', { name: USER }).click();
  await app.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = app.getByRole('dialog', { name: `Sign out of ${USER}?` });
  await expect(question).toContainText('The API key is taken out');
  await question.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(app.getByRole('textbox', { name: 'User name' })).toHaveValue(USER);
  await expect(app.getByLabel('API key', { exact: true })).toHaveValue('');
});

test('says so when the key is wrong, and keeps what was typed', async ({ app, sandbox }) => {
  await signIn(app, sandbox, 'not-the-key');
  await expect(app.locator('[data-error-code=key_rejected]')).toContainText(
    'does not accept the API key',
  );
  await expect(app.getByRole('textbox', { name: 'User name' })).toHaveValue(USER);
});

test('shows an empty key and a bad address at their fields', async ({ app, sandbox }) => {
  await signIn(app, sandbox, ' ');
  const key = app.getByLabel('API key', { exact: true });
  await expect(key).toHaveAccessibleDescription(/The API key is missing\./);
  await expect(key).toBeFocused();
  await key.fill('some-key');
  const address = app.getByRole('textbox', { name: 'Address of the service' });
  await address.fill('http://tracker.example.com');
  await app.getByRole('button', { name: 'Sign in' }).click();
  await expect(address).toHaveAccessibleDescription(/This address can't be used\./);
  await expect(address).toBeFocused();
});

test('shows the key only when asked to, also by the keyboard', async ({ app }) => {
  const key = app.getByLabel('API key', { exact: true });
  await expect(key).toHaveAttribute('type', 'password');
  await key.focus();
  await app.keyboard.press('Tab');
  await expect(app.getByRole('button', { name: 'Show the key' })).toBeFocused();
  await app.keyboard.press('Space');
  await expect(key).toHaveAttribute('type', 'text');
});

test('the page forgets the key once it was sent', async ({ app, sandbox }) => {
  await app.getByLabel('API key', { exact: true }).fill(sandbox.key);
  expect(await timesInMemory(app, sandbox.key)).toBeGreaterThan(0);
  await openList(app, sandbox);
  await expect.poll(() => timesInMemory(app, sandbox.key)).toBe(0);
});

test('says when nobody answers, and promises nothing that does not happen', async ({
  app,
  sandbox,
}) => {
  await sandbox.stop();
  await signIn(app, sandbox);
  const failure = app.locator('[data-error-code=no_network]');
  await expect(failure).toContainText('Check the network, then try again.');
  await sandbox.restart();
  await app.getByRole('button', { name: 'Sign in' }).click();
  await expect(app.getByText('40 devices')).toBeVisible();
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
  await expect(app.locator('[data-error-code=key_rejected]')).toBeVisible(NOTICED);
  await expect(app.getByText('Stopped')).toBeVisible();
  await expect(app.getByText('40 devices')).toBeVisible();
  await app.getByRole('button', { name: 'Sign in again' }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

for (const [keyring, words] of [
  ['missing', 'offers no safe place for the key'],
  ['locked', 'The keyring is locked.'],
] as const) {
  test.describe(`with a keyring that is ${keyring}`, () => {
    test.use({ hostArgs: ['--keyring', keyring] });

    test('offers to keep the key for this run only', async ({ app, sandbox }) => {
      await signIn(app, sandbox);
      await expect(app.getByText(words)).toBeVisible();
      await app.getByRole('button', { name: 'Keep the key for this run only' }).click();
      await expect(app.getByText('40 devices')).toBeVisible();
      await app.getByRole('button', { name: USER }).click();
      await expect(app.getByText('Key kept for this run only')).toBeVisible();
    });
  });
}
