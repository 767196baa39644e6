/** What a machine can find of what keeps people from using a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export async function expectNoSeriousFault(app: Page): Promise<void> {
  // The page has no frames, and only what is wrong is looked at.
  const builder = new AxeBuilder({ page: app }).setLegacyMode();
  const { violations } = await builder.options({ resultTypes: ['violations'] }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(serious).toEqual([]);
}
