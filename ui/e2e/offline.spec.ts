/** The start without a connection shows what was known, says so, and catches up. */
import type { Page } from '@playwright/test';
import { expect, NOTICED, openList, test, USER } from './world';

/** Waits until every device was asked about. */
async function knowsAll(app: Page): Promise<void> {
  await expect(app.getByRole('button', { name: 'Not asked yet 0' })).toBeVisible(NOTICED);
}

test('shows list, map and panel as they were without a connection, and then the news', async ({
  app,
  host,
  sandbox,
}) => {
  // The last session was eight hours ago, by the service's clock.
  await sandbox.control('clock', { aheadBySeconds: -8 * 3_600 });
  await openList(app, sandbox);
  await knowsAll(app);
  await sandbox.stop();
  await host.restart();

  const notice = app.getByTestId('recalled');
  await expect(notice).toContainText(/^No connection: this is what was known on .+\.$/);
  await expect(app.getByText('40 devices')).toBeVisible();
  await expect(app.locator('[data-error-code=no_network]')).toBeVisible();
  const rows = app.getByRole('grid').getByRole('row');
  // By the age of what is known: one that has been parked as long is no old news.
  const old = rows.filter({ has: app.locator('time', { hasText: /[78] h/ }) });
  await expect(old).not.toHaveCount(0);

  await app.getByRole('searchbox').fill('truck');
  await expect(app.getByTestId('result-count')).toHaveText(/^\d+ of 40 devices$/);
  await rows.filter({ hasText: 'Parked' }).first().click();
  const panel = app.getByTestId('device-panel');
  await expect(panel.getByText('Service last asked')).toBeVisible();
  await app.getByRole('link', { name: 'Groups' }).click();
  await expect(app.getByRole('grid').getByRole('row')).not.toHaveCount(0);

  await sandbox.restart();
  await app.getByRole('link', { name: 'Devices' }).click();
  // It may have tried by itself by then.
  const tryAgain = app.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    if (await tryAgain.isVisible()) await tryAgain.click({ timeout: 1_000 });
    await expect(notice).toBeHidden({ timeout: 2_000 });
  }).toPass(NOTICED);
  await expect(old).toHaveCount(0, NOTICED);
});

test('forgets the copy when asked to, and the next start begins anew', async ({
  app,
  host,
  sandbox,
}) => {
  await openList(app, sandbox);
  await knowsAll(app);
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('button', { name: "Forget this computer's copy" }).click();
  const question = app.getByRole('dialog', { name: /^Forget this computer's copy/ });
  await question.getByRole('button', { name: "Forget this computer's copy" }).click();
  await expect(app.getByTestId('last-known')).toContainText('Deleted.');
  await expect(question).toBeHidden();
  await sandbox.stop();
  await host.restart();
  await expect(app.locator('[data-error-code=no_network]')).toBeVisible();
  await expect(app.getByTestId('recalled')).toBeHidden();
  await expect(app.getByTestId('no-devices')).toBeHidden();
});

test('signing out deletes what is kept of the account where that is wanted', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await app.getByRole('button', { name: USER }).click();
  await app.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = app.getByRole('dialog', { name: `Sign out of ${USER}?` });
  await question.getByRole('checkbox', { name: /^Also delete/ }).check();
  await question.getByRole('button', { name: 'Sign out and delete' }).click();
  await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(app.getByRole('textbox', { name: 'User name' })).toHaveValue('');
});
