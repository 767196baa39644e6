/** No page has a serious fault that a machine can find, in light and in dark. */
import { expectNoSeriousFault } from './axe';
import { test } from './oddService';
import { expect, NOTICED, openList, openPage, signIn } from './world';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page, and what may lie over it', async ({ app, sandbox }) => {
      await expect(app.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      await expectNoSeriousFault(app);
      await openList(app, sandbox);
      await expectNoSeriousFault(app);
      await app.getByRole('grid').getByRole('row').nth(1).click();
      await expect(app.getByTestId('device-panel')).toBeVisible();
      await expectNoSeriousFault(app);
      const parked = app.getByRole('grid').getByRole('row').filter({ hasText: 'Parked' }).first();
      await parked.click({ button: 'right' });
      await expect(app.getByTestId('map-menu')).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('menuitem', { name: 'Nearest other vehicles' }).click();
      await expect(app.getByTestId('place-card').getByRole('listitem').first()).toBeVisible();
      await app.getByRole('button', { name: 'Keyboard' }).click();
      await expect(app.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
      await expectNoSeriousFault(app);
      await app.keyboard.press('Escape');
      await app.getByRole('link', { name: 'Groups' }).click();
      await app.getByRole('grid', { name: 'Groups' }).getByRole('rowheader').first().click();
      const panel = app.getByTestId('group-panel');
      await panel
        .getByRole('button', { name: /^Remove/ })
        .first()
        .click();
      await panel.getByRole('button', { name: 'Review changes' }).click();
      await expect(app.getByTestId('preview-access')).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
      await app.getByRole('link', { name: 'Open the journal' }).click();
      await app.getByRole('button', { expanded: false }).first().waitFor();
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: 'Settings' }).click();
      await app.getByRole('textbox', { name: /^Moving/ }).fill('80');
      await expect(app.getByText(/^Choose 1 km/)).toBeVisible();
      await app.getByRole('button', { name: /Details of the connection/ }).click();
      await expect(app.getByRole('dialog')).toBeVisible();
      await expectNoSeriousFault(app);
      await app.keyboard.press('Escape');
      await sandbox.control('key');
      await expect(app.locator('[data-error-code=key_rejected]')).toBeVisible(NOTICED);
      await app.getByRole('button', { name: 'Show details' }).click();
      await expectNoSeriousFault(app);
    });

    test('the users, and what may lie over them', async ({ app, sandbox }) => {
      await openPage(app, sandbox, 'Users');
      const users = app.getByRole('grid', { name: 'Users' });
      await expect(users.getByRole('rowheader')).not.toHaveCount(0);
      await app.getByRole('combobox', { name: 'Filter users' }).fill('-disabled');
      await app.keyboard.press('Enter');
      await app.getByRole('combobox', { name: 'Filter users' }).fill('exp');
      await expect(app.getByRole('option').first()).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('combobox', { name: 'Filter users' }).fill('');
      await app.keyboard.press('Escape');
      await users.getByRole('rowheader').first().click();
      const user = app.getByTestId('user-panel');
      await user.getByRole('button', { name: 'Type one' }).click();
      await user.getByLabel('New password').fill('teja-lenta-9');
      await expect(user.getByText(/^Strength/)).toBeVisible();
      await expectNoSeriousFault(app);
      await user.getByRole('button', { name: 'Leave as it is' }).click();
      await user.getByRole('button', { name: 'More' }).click();
      await app.getByRole('menuitem', { name: 'Delete…' }).click();
      await expect(app.getByTestId('preview-access')).toBeVisible();
      await expectNoSeriousFault(app);
    });

    test('what could not be read, and a unit that vehicles speak against', async ({
      app,
      odd,
      sandbox,
    }) => {
      await signIn(app, { ...sandbox, url: odd.url });
      await app.getByRole('button', { name: 'What this means' }).click();
      await expect(app.getByRole('dialog', { name: 'What this means' })).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('button', { name: 'van-3' }).click();
      await expect(app.getByTestId('unreadable-fields')).toBeVisible();
      await expectNoSeriousFault(app);
      await app.getByRole('link', { name: 'Settings' }).click();
      await app.getByText('m/s', { exact: true }).click();
      await expect(app.getByTestId('speed-unit-reason')).toContainText('says otherwise: km/h');
      await expectNoSeriousFault(app);
    });
  });
}
