/** The status bar: the same in words, and never cut. */
import type { Page } from '@playwright/test';
import { expect, openList, openPage, test } from './world';

const bar = (app: Page) => app.getByRole('region', { name: /^(Status|Estado)$/ });

test('tells in words what the bar shows', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await expect(bar(app)).toContainText(/Signed in for \d+ min more/);
  await bar(app)
    .getByRole('button', { name: /^Online/ })
    .press('Enter');
  const details = app.getByRole('dialog', { name: 'Details of the connection' });
  await expect(details).toContainText('The service answers.');
  await expect(details).toContainText(/\d+ of 1,200 requests a minute/);
  await expect(details).toContainText(/\d+ of 40 asked \(\d+%\)/);
  await app.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(bar(app).getByRole('button')).toBeFocused();
});

for (const language of ['English', 'Español']) {
  test(`cuts nothing in a small window, in ${language}`, async ({ app, sandbox }) => {
    await openPage(app, sandbox, 'Settings');
    await app.getByText(language).click();
    for (const width of [800, 1024, 1280]) {
      await app.setViewportSize({ width, height: 600 });
      const cut = await app.evaluate(() =>
        [...document.querySelectorAll('body, header, section[aria-label]')]
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => box.outerHTML.slice(0, 80)),
      );
      expect({ width, cut }).toEqual({ width, cut: [] });
    }
  });
}
