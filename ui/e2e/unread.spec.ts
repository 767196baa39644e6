/** Critical alerts: told by the computer, unread under the bell, and the way from there to the vehicle. */
import type { Locator, Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, NOTICED, openList, type Sandbox, test } from './world';

const bell = (app: Page): Locator => app.getByTestId('unread-bell');
const entry = (app: Page, what: string): Locator =>
  app.getByRole('dialog', { name: 'New critical alerts' }).getByRole('button', { name: what });

/** The names of two vehicles that were asked about before, and now raise an alert. */
async function raiseOnTwo(app: Page, sandbox: Sandbox): Promise<[string, string]> {
  const moving = app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' });
  await expect(moving.nth(1)).toBeVisible();
  // In one look: a moment later another one may be the first that moves.
  const seen = await moving.evaluateAll((rows) =>
    rows.map((row) => ({
      device: row.getAttribute('data-row-id'),
      name: row.querySelector('[role=rowheader]')?.textContent?.trim() ?? '',
    })),
  );
  const [one, other] = seen;
  if (!one?.device || !other?.device) throw new Error('two rows that move were there');
  for (const { device } of [one, other]) {
    await sandbox.control('alert', { device, alerts: ['SOSButton'] });
  }
  return [one.name, other.name];
}

test('a new critical alert is told, waits under the bell and leads to its vehicle', async ({
  app,
  sandbox,
  host,
}) => {
  await openList(app, sandbox);
  const [name, other] = await raiseOnTwo(app, sandbox);
  await expect(bell(app)).toHaveAccessibleName(/: [1-9]\d* unread$/, NOTICED);
  await expect
    .poll(() => host.notices())
    .toContainEqual(expect.objectContaining({ title: 'SOS button', sound: false }));
  await bell(app).click();
  await expect(entry(app, 'SOS button').first()).toBeVisible();
  await expectNoSeriousFault(app);

  // Seeing one by the keyboard leaves the focus in the list.
  const list = app.getByRole('dialog', { name: 'New critical alerts' });
  const see = app.getByRole('button', { name: /^Mark as seen: SOS/ });
  const ofOther = list.getByRole('listitem').filter({ hasText: other }).filter({ has: see });
  await expect(ofOther).toHaveCount(1, NOTICED);
  await ofOther.locator(see).press('Enter');
  await expect(ofOther).toHaveCount(0);
  await expect(list.locator(':focus')).toHaveCount(1);
  await entry(app, 'SOS button').filter({ hasText: name }).first().click();
  await expect(app.getByTestId('device-panel')).toContainText(name);
  // Opening it was seeing it; that of another vehicle would still be there.
  await bell(app).click();
  await expect(app.getByRole('dialog', { name: 'New critical alerts' })).toBeVisible();
  await expect(entry(app, 'SOS button').filter({ hasText: name })).toHaveCount(0);
});

test('the settings say how late an alert can be, and keep quiet hours', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  await bell(app).click();
  await expect(app.getByText(/^Nothing that you have not seen/)).toBeVisible();
  await app.keyboard.press('Escape');
  await app.getByRole('link', { name: 'Settings' }).click();
  const card = app.getByRole('region', { name: 'Critical alerts' });
  await expect(card.getByTestId('alert-lateness')).toContainText(/every .+ or so now: an alert/);
  await expect(card.getByTestId('alert-lateness')).toContainText(/asked about first, every \d+/);
  await card.getByRole('switch', { name: 'Quiet hours' }).click({ force: true });
  await card.getByLabel('From').fill('21:30');
  // The click that leaves the field changes another setting of the card: neither is lost.
  await card.getByRole('switch', { name: 'With a sound' }).click({ force: true });
  await expectNoSeriousFault(app);
  await app.getByRole('link', { name: 'Devices' }).click();
  await app.getByRole('link', { name: 'Settings' }).click();
  await expect(card.getByLabel('From')).toHaveValue('21:30');
  await expect(card.getByRole('switch', { name: 'With a sound' })).toBeChecked();
});
