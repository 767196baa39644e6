/** The service refuses, goes away and comes back; what was shown stays. */
import { expect, openList, test } from './world';

test('waits when the limit is reached, and the list stays', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await sandbox.control('limit', { requestsPerMinute: 1 });
  await expect(app.getByText('Waiting', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(app.getByText('40 devices')).toBeVisible();
});

test('says that the service is gone, keeps the list, and recovers', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await sandbox.stop();
  const problem = app.locator('[data-error-code=no_network], [data-error-code=connection_lost]');
  await expect(problem).toBeVisible({ timeout: 40_000 });
  await expect(app.getByText('40 devices')).toBeVisible();
  await sandbox.restart();
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toBeHidden({ timeout: 40_000 });
  await expect(app.getByText('Online', { exact: true })).toBeVisible();
});
