/** Odd positions: a sign in the list, an explanation in the panel, and a marker that moves on. */
import type { Page } from '@playwright/test';
import { expect, NOTICED, openList, type Sandbox, test } from './world';

const panel = (app: Page) => app.getByTestId('device-panel');
const notice = (app: Page) => panel(app).getByTestId('odd-notice');
const openRow = (app: Page) => app.getByRole('grid').locator('[aria-current=true]');
const shownAt = (app: Page) => app.getByTestId('map').getAttribute('data-selected-at');

/** What is wrong with every fix from now on. */
async function setFaults(sandbox: Sandbox, ...faults: string[]): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults.map((fault) => `${fault},on=lastLocation`)),
  });
  expect(response.ok).toBe(true);
}

/** The service's clock, so far ahead of where it began: trackers have reported since. */
const passMinutes = (sandbox: Sandbox, minutes: number) =>
  sandbox.control('clock', { aheadBySeconds: minutes * 60 });

async function ask(app: Page): Promise<void> {
  await panel(app).getByRole('button', { name: 'Ask now' }).click();
  await expect(panel(app).getByText('The service has answered.')).toBeAttached();
}

/** Opens a vehicle under way, which reports often; its panel shows where it is. */
async function openMoving(app: Page, sandbox: Sandbox): Promise<void> {
  await openList(app, sandbox);
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).first().click();
  await expect(app.getByTestId('map')).toHaveAttribute('data-selected-at', /\d/);
  await expect(notice(app)).toBeHidden();
}

test('at 0, 0 the last good position stays, is marked and explained, and gives way to the next', async ({
  app,
  sandbox,
}) => {
  await openMoving(app, sandbox);
  await setFaults(sandbox, 'at-zero');
  await ask(app);
  await expect(notice(app)).toContainText('as trackers do that receive no satellites');
  await expect(notice(app)).toContainText('You see its last good position');
  await expect(notice(app)).toContainText('check the tracker’s antenna');
  await expect(notice(app).locator('[data-fact=reported]')).toContainText(
    /^Reported instead0\.0+, 0\.0+$/,
  );
  await expect(openRow(app)).toContainText('Odd position: no reception (0, 0)');
  await expect(panel(app)).toContainText('Last good position measured');
  const held = await shownAt(app);
  expect(held).not.toMatch(/^0\./);
  await expect(panel(app).locator('[data-fact=coordinates]')).toContainText(held ?? 'none');

  await setFaults(sandbox);
  await passMinutes(sandbox, 10);
  await ask(app);
  await expect(notice(app)).toBeHidden(NOTICED);
  await expect(openRow(app)).not.toContainText('Odd position');
  await expect.poll(() => shownAt(app)).not.toBe(held);
});

test('a fix from the future and a jump don’t freeze the marker', async ({ app, sandbox }) => {
  await openMoving(app, sandbox);
  await setFaults(sandbox, 'future');
  await passMinutes(sandbox, 5);
  await ask(app);
  await expect(notice(app)).toContainText('a time that is still to come');
  await expect(openRow(app)).toContainText('Odd position: dated in the future');

  await setFaults(sandbox, 'far');
  await passMinutes(sandbox, 10);
  await ask(app);
  await expect(notice(app)).toContainText('until a second report confirms the new place', NOTICED);
  const here = Number.parseFloat((await shownAt(app)) ?? '');
  await passMinutes(sandbox, 15);
  await ask(app);
  await expect(notice(app)).toBeHidden(NOTICED);
  await expect
    .poll(async () => Number.parseFloat((await shownAt(app)) ?? '') - here)
    .toBeGreaterThan(4);
});

test('odd positions can be filtered for, and the map marks them', async ({ app, sandbox }) => {
  await openMoving(app, sandbox);
  const filter = app.getByTestId('odd-filter');
  await expect(filter).toHaveText('Odd position0');
  await setFaults(sandbox, 'few-satellites');
  await passMinutes(sandbox, 5);
  await ask(app);
  await expect(openRow(app)).toContainText('Odd position: few satellites');
  await expect(app.getByTestId('map')).not.toHaveAttribute('data-odd', '0');
  await filter.press('Enter');
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  const rows = app.getByRole('grid').getByRole('rowheader');
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.all()) await expect(row).toContainText('few satellites');
  await filter.press('Enter');
  await expect(filter).toHaveAttribute('aria-pressed', 'false');
});
