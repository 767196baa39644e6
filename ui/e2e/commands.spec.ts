/** Commands to trackers: a dangerous one is guarded, each goes out once, several in two steps. */
import type { Locator, Page } from '@playwright/test';
import { expectNoSeriousFault } from './axe';
import { expect, openList, type Sandbox, test } from './world';

interface Received {
  device: string;
  command: string;
}

async function received(sandbox: Sandbox): Promise<string[]> {
  const response = await fetch(`${sandbox.url}/sandbox/commands`);
  return ((await response.json()) as Received[]).map(({ command }) => command);
}

async function setFaults(sandbox: Sandbox, ...faults: string[]): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  });
  expect(response.ok).toBe(true);
}

const dialog = (app: Page): Locator => app.getByRole('dialog');
const preflight = (app: Page): Locator => dialog(app).getByTestId('preflight');

test('a dangerous command is refused by default, and wants the name of its vehicle', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  // A fix that is dated in the future says nothing of where the vehicle is now.
  await setFaults(sandbox, 'future,on=lastLocation');
  const first = app.getByRole('grid').getByRole('rowheader').first();
  const name = (await first.locator('bdi').textContent()) ?? '';
  await first.click();
  const panel = app.getByTestId('device-panel');
  await panel.getByRole('button', { name: 'Send a command…' }).click();
  await expect(preflight(app)).toContainText(name);

  const form = dialog(app);
  await form.getByLabel('Command', { exact: true }).fill('0A 1');
  await form.getByText('Hex', { exact: true }).click();
  await expect(form.getByText('Hex digits come in pairs: one is missing.')).toBeVisible();
  await form.getByText('Text', { exact: true }).click();
  await form.getByLabel('Command', { exact: true }).fill('engine_stop');
  await expect(form.getByText('This command is known to stop vehicles.')).toBeVisible();
  await expect(form.getByText('This is refused for now')).toBeVisible();
  await expectNoSeriousFault(app);
  const send = form.getByRole('button', { name: 'Send', exact: true });
  await form.getByLabel(`Type the vehicle’s name to confirm: ${name}`).fill(name);
  await expect(send).toBeDisabled();
  await form.getByLabel('Send it all the same: I know that it is safe').check();
  await expect(send).toBeEnabled();
  await form.getByLabel(`Type the vehicle’s name to confirm: ${name}`).fill('another');
  await expect(send).toBeDisabled();
  expect(await received(sandbox)).toEqual([]);

  await form.getByLabel(`Type the vehicle’s name to confirm: ${name}`).fill(name);
  await send.click();
  const outcomes = form.getByRole('list', { name: 'Vehicles and what became of the command' });
  await expect(outcomes.getByText('Taken by the service')).toBeVisible();
  await expectNoSeriousFault(app);
  expect(await received(sandbox)).toEqual(['engine_stop']);
  await form.getByRole('button', { name: 'Open the journal' }).click();
  await expect(app.getByText(`Sent “engine_stop” to “${name}”`)).toBeVisible();
  await expect(app.getByText('Command sent over GPRS')).toBeVisible();
});

test('a service that is down is told, before and after', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await expect(
    app.getByRole('grid').getByRole('row').filter({ hasText: 'Parked' }),
  ).not.toHaveCount(0);
  await sandbox.control('down', { down: true });
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Parked' }).first().click();
  await app.getByTestId('device-panel').getByRole('button', { name: 'Send a command…' }).click();
  await expect(preflight(app)).toContainText('The service did not answer.');
  await dialog(app).getByLabel('Command', { exact: true }).fill('where');
  await expect(dialog(app).getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
  await app.keyboard.press('Enter');
  await expect(dialog(app).getByRole('list').getByText('Unknown, may have arrived')).toBeVisible();
  expect(await received(sandbox)).toEqual([]);
});

test('several vehicles get it after the first one; a favourite is kept; a lost answer is unknown', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const boxes = app.getByRole('grid').getByRole('row').getByRole('checkbox');
  for (const place of [1, 2, 3]) await boxes.nth(place).click();
  await app.getByTestId('selection-bar').getByRole('button', { name: 'Send a command…' }).click();
  const form = dialog(app);
  await expect(preflight(app)).toBeVisible();
  await form.getByLabel('Command', { exact: true }).fill('where');
  await form.getByLabel('Name of the favourite').fill('Locate');
  await form.getByRole('button', { name: 'Keep as favourite' }).click();
  await form.getByLabel('Command', { exact: true }).fill('');
  await form.getByRole('button', { name: 'Use “Locate”' }).click();
  await expect(form.getByLabel('Command', { exact: true })).toHaveValue('where');

  await setFaults(sandbox, 'reset-after,on=sendCommand,times=1');
  // Slow enough that the window hears of the sending before it hears how that went.
  await sandbox.control('latency', { latencyMs: 800 });
  await form.getByRole('button', { name: /^Send to .* first$/ }).click();
  await expect(form.getByText('Unknown, may have arrived')).toBeVisible();
  await expect(form.getByText('1 of 3 vehicles')).toBeVisible();
  expect(await received(sandbox)).toEqual(['where']);
  await form.getByRole('button', { name: 'Send to the other 2' }).click();
  await expect(form.getByText('3 of 3 vehicles')).toBeVisible();
  await expect(form.getByText('Taken by the service')).toHaveCount(2);
  expect(await received(sandbox)).toEqual(['where', 'where', 'where']);
});
