/**
 * Days of a device on the map: of about 50,000 positions against about 1,000, from the choice of the days
 * until their route is painted. Writes the figures for `cargo xtask bench history`, which judges
 * them.
 */
import { expect, type Page, test } from '@playwright/test';
import { inAccount, inNewPage, keep, median, type Size } from './measuring';

const SIZE: Size = { users: 10, groups: 6, devices: 12 };
const LIMIT = 1_200;

/** How often trackers report, and for how many days, so that there are about so many positions. */
const SHORT = { everySeconds: 300, days: 4 };
const LONG = { everySeconds: 5, days: 7 };

const ROUNDS = 7;

/** From the choice of the first day until the map has drawn a route of another number of points, and says that it is idle. */
async function untilPainted(page: Page, firstDay: string): Promise<number> {
  await page.evaluate(() => {
    const map = document.querySelector<HTMLElement>('[data-testid="map"]');
    const before = map?.dataset.routePoints;
    const measured = new Promise<number>((resolve) => {
      let started = 0;
      const watch = () => {
        const now = document.querySelector<HTMLElement>('[data-testid="map"]')?.dataset;
        const isOther = now?.routePoints !== undefined && now.routePoints !== before;
        if (isOther && now.loaded === 'true') resolve(performance.now() - started);
        else requestAnimationFrame(watch);
      };
      const begin = () => {
        started = performance.now();
        requestAnimationFrame(watch);
      };
      window.addEventListener('input', begin, { capture: true, once: true });
    });
    Object.assign(window, { measured });
  });
  await page.getByLabel('First day').fill(firstDay);
  return page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured);
}

async function measure(page: Page, { everySeconds, days: length }: typeof SHORT) {
  const reports = ['--report-every-seconds', String(everySeconds)];
  return inAccount(
    page,
    SIZE,
    LIMIT,
    async () => {
      await page.getByRole('grid').getByRole('row').filter({ hasText: 'ago' }).first().click();
      await page.getByTestId('device-panel').getByRole('button', { name: 'History' }).click();
      await page.getByRole('button', { name: 'Yesterday', exact: true }).click();
      const last = Date.parse(await page.getByLabel('Last day').inputValue());
      const first = new Date(last - (length - 1) * 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel('First day').fill(first);
      await page.getByRole('button', { name: 'Fetch what is missing' }).click();
      const days = page.getByTestId('history-days');
      await expect(days.locator('[data-state=missing]')).toHaveCount(0, { timeout: 120_000 });
      const told = await days
        .getByRole('button')
        .evaluateAll((buttons) =>
          buttons.map((each) =>
            Number(/([\d,]+) positions?/.exec(each.ariaLabel ?? '')?.[1]?.replaceAll(',', '') ?? 0),
          ),
        );
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.getByRole('button', { name: 'Yesterday', exact: true }).click();
        await expect(page.getByTestId('map')).toHaveAttribute('data-loaded', 'true');
        await page.waitForTimeout(500);
        times.push(await untilPainted(page, first));
      }
      return { ms: median(times), fixes: told.reduce((sum, each) => sum + each, 0) };
    },
    reports,
  );
}

test('a long route', async ({ browser }) => {
  test.setTimeout(600_000);
  const short = await inNewPage(browser, (page) => measure(page, SHORT));
  const long = await inNewPage(browser, (page) => measure(page, LONG));
  await keep('history-medians.json', {
    shortMs: short.ms,
    longMs: long.ms,
    shortFixes: short.fixes,
    longFixes: long.fixes,
  });
});
