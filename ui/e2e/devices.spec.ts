/** The list, the map and the panel. */
import { expect, openList, test } from './world';

test('narrows the list by words, whatever their case and accents', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await app.getByRole('searchbox').fill('CAMION');
  const rows = app
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: /Camión|משאית|Truck/ });
  await expect(rows.first()).toContainText('Camión');
  await expect(app.getByText(/^\d+ of 40 devices$/)).toBeVisible();
  await app.getByRole('searchbox').fill('no such vehicle');
  await expect(app.getByTestId('nothing-matches')).toBeVisible();
});

test('sorts by a column, both ways', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const header = app.getByRole('columnheader', { name: 'Name' });
  const first = app.getByRole('grid').getByRole('row').nth(1);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await first.textContent();
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(first).not.toHaveText(ascending ?? '');
});

test('opens a device from the list, and the map shows it', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Moving' }).first().click();
  const panel = app.getByTestId('device-panel');
  await expect(panel).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Ask now' })).toBeVisible();
  await expect(app.getByTestId('map')).toHaveAttribute('data-selected', /.+/);
  await app.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('opens a vehicle that is clicked on the map, and the list shows it', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const panel = app.getByTestId('device-panel');
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Parked' }).first().click();
  // Read where it stays: the list's rows still change while the first answers come.
  const name = (await panel.getByRole('heading').first().textContent()) ?? '';
  // Names may be parts of other names; a plate is one vehicle's alone.
  const plate = (await panel.getByText(/^[A-Z]{4}-\d\d$/).textContent()) ?? '';
  await app.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await app.getByRole('searchbox').fill(plate);
  await expect(app.getByText(/^1 of 40 devices$/)).toBeVisible();
  const map = app.getByTestId('map');
  await expect(map).toHaveAttribute('data-vehicles', '1');
  // The only vehicle lies in the middle of the map, once the map has got there.
  await expect(async () => {
    await app.getByRole('button', { name: 'Show the whole fleet' }).click();
    await expect(map).toHaveAttribute('data-loaded', 'true', { timeout: 5_000 });
    await map.click({ timeout: 1_000 });
    await expect(map).toHaveAttribute('data-selected', /.+/, { timeout: 1_000 });
  }).toPass();
  await expect(panel.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(app.getByRole('grid').locator('[aria-current=true]')).toContainText(name);
});

test('draws the map with every vehicle of the fleet', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const map = app.getByTestId('map');
  await expect(map).toHaveAttribute('data-loaded', 'true');
  await expect
    .poll(
      async () =>
        Number(await map.getAttribute('data-vehicles')) +
        Number(await map.getAttribute('data-clusters')),
    )
    .toBeGreaterThan(1);
});
