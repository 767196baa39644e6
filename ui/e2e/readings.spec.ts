/** In which unit speeds are read, and what could not be read at all: shown, with its reason. */
import type { Page } from '@playwright/test';
import { test } from './oddService';
import { expect, openList, signIn } from './world';

const panel = (app: Page) => app.getByTestId('device-panel');
const sentAs = (app: Page) => panel(app).getByTestId('speed-sent-as');
const reason = (app: Page) => app.getByTestId('speed-unit-reason');

async function openMoving(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Devices' }).click();
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).first().click();
}

async function chooseUnit(app: Page, unit: string): Promise<void> {
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByRole('radiogroup', { name: 'Unit of speed' }).getByText(unit).click();
}

/** The panel's speed is the figure of the service times this, and the list says the same. */
async function expectFactor(app: Page, factor: number): Promise<void> {
  await expect(async () => {
    const fact = (await panel(app).locator('[data-fact=speed]').textContent()) ?? '';
    const [, shown, raw] = /(\d+) km\/h.*Sent as ([\d.]+),/.exec(fact) ?? [];
    expect(Math.abs(Number(shown) - Number(raw) * factor)).toBeLessThan(0.51);
    const row = app.getByRole('grid').locator('[aria-current=true]');
    await expect(row).toContainText(`${shown} km/h`, { timeout: 500 });
  }).toPass();
}

test('a unit set by hand changes what the list and the panel show', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openMoving(app);
  await expectFactor(app, 3.6);
  await chooseUnit(app, 'km/h');
  await expect(reason(app)).toContainText('km/h, set by hand in the settings.');
  await openMoving(app);
  await expect(sentAs(app)).toContainText('read as km/h');
  await expectFactor(app, 1);
  await chooseUnit(app, 'Find out');
  await openMoving(app);
  await expectFactor(app, 3.6);
});

test('the unit that was set outlives a reload', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await chooseUnit(app, 'km/h');
  await expect(reason(app)).toHaveAttribute('data-source', 'chosen');
  await app.reload();
  await app.getByRole('link', { name: 'Settings' }).click();
  await expect(app.getByRole('radio', { name: 'km/h' })).toBeChecked();
});

test('km/h on the wire are found out, and the reason is told', async ({ app, odd, sandbox }) => {
  await signIn(app, { ...sandbox, url: odd.url });
  await openMoving(app);
  await expect(sentAs(app)).toContainText(/^Sent as 54(\.5)?, read as km\/h$/);
  await expectFactor(app, 1);
  await panel(app).getByRole('button', { name: 'Share the place' }).press('Tab');
  await expect(sentAs(app)).toBeFocused();
  await expect(app.getByRole('tooltip')).toContainText(/^km\/h, from \d+ stretches driven by/);
  await app.getByRole('link', { name: 'Settings' }).click();
  await expect(reason(app)).toContainText(/km\/h, from \d+ stretches driven by \d vehicle/);
});

test('what could not be read is counted and explained, and hides nobody', async ({
  app,
  odd,
  sandbox,
}) => {
  await signIn(app, { ...sandbox, url: odd.url });
  const losses = app.getByTestId('losses');
  await expect(losses).toContainText('2 entries of the service’s device list could not be read');
  await expect(losses).toContainText('1 device could be read only in part');
  await expect(losses).toContainText('1 entry of the service’s group list could not be read');
  const nameless = app.getByRole('grid').getByRole('row').filter({ hasText: 'van-3' });
  await expect(nameless).toContainText('could not be read');
  await losses.getByRole('button', { name: 'What this means' }).press('Enter');
  const explanation = app.getByRole('dialog', { name: 'What this means' });
  await expect(explanation).toContainText('without an id of their own');
  await explanation.getByRole('button', { name: 'van-3' }).press('Enter');
  await expect(panel(app)).toContainText('The name could not be read');
  await expect(panel(app).getByTestId('unreadable-fields')).toContainText('name');
});

test('a service that can be read whole shows no losses', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await expect(app.getByText('40 devices')).toBeVisible();
  await expect(app.getByTestId('losses')).toBeHidden();
});
