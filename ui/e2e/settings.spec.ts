/** Settings take effect at once, stay, and explain what they don't accept. */
import type { Locator, Page } from '@playwright/test';
import { expect, openList, test } from './world';

async function openSettings(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Settings' }).click();
  await expect(app).toHaveTitle('Settings – Atalaya');
}

const speedField = (app: Page): Locator => app.getByRole('textbox', { name: /^Moving/ });
const silenceField = (app: Page): Locator => app.getByRole('textbox', { name: /^Silent/ });

test('speaks Spanish when asked to', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openSettings(app);
  await app.getByText('Español').click();
  await expect(app.getByRole('heading', { name: 'Ajustes' })).toBeVisible();
  await expect(app.getByText('En línea', { exact: true })).toBeVisible();
  await expect(app.locator('html')).toHaveAttribute('lang', 'es');
  await app.reload();
  await expect(app.getByRole('link', { name: 'Dispositivos' })).toBeVisible();
});

test('changes units and colours at once', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const speeds = app.getByRole('grid').getByText(/^\d+ (km\/h|mph)$/);
  await expect(speeds.first()).toContainText('km/h');
  await openSettings(app);
  await app.getByText('Miles, °F').click();
  await app.getByText('Dark', { exact: true }).click();
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(speedField(app)).toHaveValue('3.1 mph');
  await app.getByRole('link', { name: 'Devices' }).click();
  await expect(speeds.first()).toContainText('mph');
});

test('explains a threshold that is out of range, and keeps the one before', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await openSettings(app);
  const speed = speedField(app);
  await speed.fill('80');
  await speed.press('Enter');
  await expect(speed).toHaveAccessibleDescription(/Choose 1 km\/h to 50 km\/h\./);
  await app.reload();
  await openSettings(app);
  await expect(speedField(app)).toHaveValue('5 km/h');
});

test('keeps the place of the keyboard when a threshold takes effect', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openSettings(app);
  await speedField(app).fill('12');
  await speedField(app).press('Enter');
  await expect(speedField(app)).toBeFocused();
  await app.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect(speedField(app)).toHaveValue('5 km/h');
});

test('loses neither of two changes that one click makes', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openSettings(app);
  await silenceField(app).fill('48');
  // Leaving the field changes the threshold, the same click the units.
  await app.getByText('Miles, °F').click();
  await expect(speedField(app)).toHaveValue('3.1 mph');
  await app.reload();
  await openSettings(app);
  await expect(silenceField(app)).toHaveValue('48 h');
  await expect(speedField(app)).toHaveValue('3.1 mph');
});
