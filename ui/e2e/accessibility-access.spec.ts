/** The pages on access and what is done to many have no serious fault that a machine can find. */
import { expectNoSeriousFault } from './axe';
import { expect, openList, test } from './world';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('who sees what, what asks for a look, the matrix, and work on many', async ({
      app,
      sandbox,
    }) => {
      await openList(app, sandbox);
      await app.getByRole('checkbox', { name: 'Select all that match' }).click();
      await expect(app.getByTestId('selection-bar')).toContainText('selected');
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: 'Who sees what' }).click();
      // The devices' own grid, of the same name, stays until the page is read.
      await expect(app.getByRole('columnheader', { name: 'Seen by' })).toBeVisible();
      await app.getByRole('grid').getByRole('rowheader').first().click();
      await expect(app.getByTestId('access-panel').getByRole('heading').nth(1)).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByText('Users', { exact: true }).last().click();
      await app.getByRole('grid').getByRole('rowheader').first().click();
      await expect(app.getByTestId('access-panel').getByRole('heading').nth(1)).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: /To look at/ }).click();
      await app
        .locator('[data-matter=ungroupedDevices]')
        .getByRole('button', { name: 'Show' })
        .click();
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: 'Groups' }).click();
      await app.getByRole('link', { name: 'Matrix' }).click();
      await app.getByRole('gridcell', { name: /: no$/ }).first().click();
      await expectNoSeriousFault(app);
      await app.getByRole('button', { name: 'Review changes' }).click();
      await expect(app.getByTestId('plan-summary')).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('button', { name: 'Make 1 change' }).click();
      await expect(app.getByTestId('job-words')).toContainText('Finished');
      await expectNoSeriousFault(app);
    });
  });
}
