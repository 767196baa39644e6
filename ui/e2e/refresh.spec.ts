/** What is asked about first: what is in sight, and what is on the watch list; and how much in all. */
import { expect, openList, test } from './world';

test.describe('in a fleet that takes hours to ask about', () => {
  // Sixty requests a minute: what is far down the list would not have its turn within this test.
  test.use({ devices: 3_000, limit: 60 });

  test('the rows that are scrolled to are asked about first', async ({ app, sandbox }) => {
    await openList(app, sandbox);
    const grid = app.getByRole('grid', { name: 'Devices' });
    await grid.press('Control+End');
    const last = grid.getByRole('row').last();
    await expect(last).not.toContainText('Not asked yet', { timeout: 90_000 });
  });
});

test('a watched vehicle carries a sign, and the list is kept', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const row = app.getByRole('grid', { name: 'Devices' }).getByRole('row').nth(2);
  await row.click();
  const panel = app.getByTestId('device-panel');
  await panel.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Watched' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(row).toContainText('On the watch list');
  await app.reload();
  await expect(app.getByRole('grid', { name: 'Devices' })).toContainText('On the watch list');
});

test('a ceiling that a person sets holds at once', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await app.getByRole('link', { name: 'Settings' }).click();
  const field = app.getByRole('textbox', { name: 'Requests a minute at the most' });
  await field.fill('3');
  await field.press('Enter');
  await expect(app.getByText('Choose 6 to 60,000, or nothing.')).toBeVisible();
  await field.fill('30');
  await field.press('Enter');
  await expect(app.getByRole('region', { name: 'Status' })).toContainText(/ of 30 requests/);
  await field.fill('');
  await field.press('Enter');
  await expect(app.getByRole('region', { name: 'Status' })).toContainText(/ of 1,200 requests/);
});
