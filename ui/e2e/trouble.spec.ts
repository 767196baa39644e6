/** The service refuses, goes away and comes back; what was shown stays. */
import { expect, NOTICED, openList, test } from './world';

test('waits when the limit is reached, and the list stays', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await sandbox.control('limit', { requestsPerMinute: 1 });
  await expect(app.getByText('Waiting', { exact: true })).toBeVisible(NOTICED);
  await expect(app.getByTestId('pause')).toHaveText(/^goes on in \d+ (sec|min)/);
  await expect(app.getByText('40 devices')).toBeVisible();
});

test('says that the service is gone, keeps the list as an old one, and recovers', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await sandbox.stop();
  const problem = app.locator('[data-error-code=no_network], [data-error-code=connection_lost]');
  await expect(problem).toBeVisible(NOTICED);
  await expect(problem).toContainText('The app also keeps trying by itself.');
  await expect(problem).toContainText(/Since .* What you see stays, and grows old\./);
  await expect(app.getByText('40 devices')).toBeVisible();
  await expect(app.getByRole('grid').getByRole('row')).not.toHaveCount(0);
  await sandbox.restart();
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toBeHidden(NOTICED);
  await expect(app.getByText('Online', { exact: true })).toBeVisible();
});

test('recovers by itself when the service was out of order', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await sandbox.control('down', { down: true });
  const problem = app.locator('[data-error-code=service_down]');
  await expect(problem).toBeVisible(NOTICED);
  await expect(app.getByText('40 devices')).toBeVisible();
  await sandbox.control('down', { down: false });
  await expect(problem).toBeHidden(NOTICED);
});

test('says that a device has no answers left today, and the others go on', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Parked' }).first().click();
  const panel = app.getByTestId('device-panel');
  await expect(panel.getByText('Service last asked')).toBeVisible();
  await sandbox.control('day-limit', { resultsPerDay: 1 });
  // The open panel's device is asked again and again by the app itself.
  await expect(panel.getByText(/gives no more answers about this device today/)).toBeVisible(
    NOTICED,
  );
  await expect(panel.getByText('Service last asked')).toBeVisible();
  await app.getByRole('button', { name: /^Online/ }).press('Enter');
  const details = app.getByRole('dialog', { name: 'Details of the connection' });
  await expect(details).toContainText(/\d+ devices? (is|are) not answered about any more today/);
});
