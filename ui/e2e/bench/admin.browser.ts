/**
 * How long the users' table takes from a keystroke to its rows on the screen, and the view of who sees
 * what to open, in a small account and in a large one, beside a keystroke in an empty page. Writes the
 * medians for `cargo xtask bench admin`, which judges them.
 */
import { expect, type Page, test } from '@playwright/test';
import {
  arm,
  emptyKeystrokes,
  inAccount,
  inNewPage,
  keep,
  keystrokes,
  median,
  type Size,
  type Strokes,
} from './measuring';

const SMALL: Size = { users: 50, groups: 10, devices: 200 };
const LARGE: Size = { users: 5_000, groups: 500, devices: 20_000 };

/** Each of them changes the rows, in the small account as in the large one. */
const STROKES: Strokes = {
  keys: ['4', '2', 'Backspace', 'Backspace', '3', '1', 'Backspace', 'Backspace'],
  rounds: 4,
};
const OPENINGS = 7;

const SEEN = '[data-testid="who-sees-what"] [role="rowheader"]';
const ROWS = '[data-testid="user-list"] [role="row"]';

async function searching(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Users' }).click();
  await expect(page.getByTestId('user-list').getByRole('row').nth(5)).toBeVisible();
  await page.getByRole('combobox', { name: /filter/i }).focus();
  return keystrokes(page, ROWS, STROKES);
}

async function openings(page: Page): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    // A page that knows nothing yet: what was shown before would be there at once.
    await page.reload();
    await expect(page.getByRole('grid', { name: 'Devices' }).getByRole('row').nth(3)).toBeVisible();
    const measured = await arm(page, 'click', SEEN);
    await page.getByRole('link', { name: 'Who sees what' }).click();
    times.push(await measured());
  }
  return median(times);
}

async function measure(page: Page, size: Size): Promise<{ keyMs: number; openMs: number }> {
  // Few questions about positions: they are not what is measured.
  return inAccount(page, size, 60, async () => ({
    keyMs: await searching(page),
    openMs: await openings(page),
  }));
}

test('keystrokes and openings', async ({ browser }) => {
  const emptyMs = await inNewPage(browser, (page) => emptyKeystrokes(page, STROKES));
  const small = await inNewPage(browser, (page) => measure(page, SMALL));
  const large = await inNewPage(browser, (page) => measure(page, LARGE));
  const medians = {
    emptyMs,
    smallKeyMs: small.keyMs,
    largeKeyMs: large.keyMs,
    smallOpenMs: small.openMs,
    largeOpenMs: large.openMs,
  };
  await keep('admin-medians.json', medians);
});
