/** What the map shows: vehicles on one spot, ways driven, the same in words, tags, the silent. */
import type { Page } from '@playwright/test';
import { test } from './oddService';
import { expect, NOTICED, openList, type Sandbox, signIn } from './world';

const map = (app: Page) => app.getByTestId('map');

/** The radius of the first ring. */
const RING_PX = 30;

/** All fixes lie at one spot from now on. */
async function parkTogether(sandbox: Sandbox): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(['one-spot']),
  });
  expect(response.ok).toBe(true);
}

const openWords = (app: Page) =>
  app.getByRole('button', { name: 'List what the map shows' }).click();

const words = (app: Page) => app.getByRole('region', { name: 'On the map' });

test.describe('a yard', () => {
  test.use({ devices: 9 });

  test('a click on vehicles of one spot draws them apart, and each can be picked', async ({
    app,
    sandbox,
  }) => {
    await parkTogether(sandbox);
    await openList(app, sandbox);
    await expect(map(app)).toHaveAttribute('data-clusters', '1');
    await expect(app.getByRole('grid').getByText('Not asked yet')).toHaveCount(0);
    await expect(async () => {
      await expect(map(app)).toHaveAttribute('data-loaded', 'true');
      await map(app).click();
      await expect(map(app)).toHaveAttribute('data-spread', /^[89]$/, { timeout: 3_000 });
    }).toPass();
    await expect(map(app)).toHaveAttribute('data-loaded', 'true');
    // Nobody is left in the middle; the first of a ring stands its radius north of it.
    await map(app).click();
    await expect(map(app)).toHaveAttribute('data-selected', '');
    const { width, height } = (await map(app).boundingBox()) ?? { width: 0, height: 0 };
    await map(app).click({ position: { x: width / 2, y: height / 2 - RING_PX } });
    await expect(map(app)).toHaveAttribute('data-selected', /.+/);
    await expect(app.getByTestId('device-panel')).toBeVisible();
  });

  test('the keyboard goes through the words to a vehicle of the spot', async ({ app, sandbox }) => {
    await parkTogether(sandbox);
    await openList(app, sandbox);
    await expect(map(app)).toHaveAttribute('data-clusters', '1');
    await expect(map(app)).toHaveAttribute('data-loaded', 'true');
    const button = app.getByRole('button', { name: 'List what the map shows' });
    await button.focus();
    await app.keyboard.press('Enter');
    await expect(words(app).getByRole('heading')).toBeFocused();
    const cluster = words(app).getByRole('button', { name: /^\d vehicles near Coquimbo/ });
    await cluster.focus();
    await app.keyboard.press('Enter');
    await expect(map(app)).toHaveAttribute('data-spread', /^[89]$/);
    await expect(app.getByTestId('map-announcer')).toContainText(/^[89] vehicles by themselves$/);
    await expect(words(app).getByRole('heading')).toBeFocused();
    await app.keyboard.press('Escape');
    await expect(words(app)).toBeHidden();
    await expect(button).toBeFocused();
    await app.keyboard.press('Enter');
    const first = words(app).getByRole('listitem').first().getByRole('button');
    await expect(first).toContainText('in the middle');
    await first.press('Enter');
    await expect(map(app)).toHaveAttribute('data-selected', /.+/);
    await expect(app.getByTestId('device-panel')).toBeVisible();
  });
});

test('a vehicle that drives draws the way behind it', async ({ app, odd, sandbox }) => {
  await signIn(app, { ...sandbox, url: odd.url });
  await app.getByRole('grid').getByRole('row').filter({ hasText: 'Van 1' }).click();
  await expect(map(app)).toHaveAttribute('data-selected', 'van-1');
  await expect(map(app)).toHaveAttribute('data-trails', '1', NOTICED);
});

test('the words say what the map shows, and a vehicle of them opens', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openWords(app);
  await expect(words(app).getByText(/vehicles? by (itself|themselves)|clusters? of/)).toBeVisible();
  await app.getByRole('button', { name: 'Zoom in' }).click();
  await expect(app.getByTestId('map-announcer')).not.toBeEmpty();
  await app.getByRole('button', { name: 'Show the whole fleet' }).click();
  await words(app)
    .getByRole('button', { name: /vehicles near/ })
    .first()
    .click();
  const vehicle = words(app)
    .getByRole('button', { name: /Position measured .* ago/ })
    .first();
  await vehicle.click();
  await expect(app.getByTestId('device-panel')).toBeVisible();
});

test('tags narrow list and map, and are taken away again', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  const count = async () =>
    Number(/^(\d+) of 40/.exec((await app.getByTestId('result-count').textContent()) ?? '')?.[1]);
  await app.getByRole('button', { name: 'Tags' }).click();
  await app.getByRole('option', { name: /^Coquimbo/ }).click();
  await expect(app.getByTestId('result-count')).toHaveText(/^\d+ of 40 devices$/);
  const ofOne = await count();
  await app.getByRole('option', { name: /^La Serena/ }).click();
  await expect.poll(count).toBeGreaterThan(ofOne);
  const ofTwo = await count();
  await app.getByRole('textbox', { name: 'Find a tag' }).fill('type van');
  await app.getByRole('option', { name: /^van/ }).click();
  await expect.poll(count).toBeLessThan(ofTwo);
  const narrowed = await count();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: '3 tags' })).toBeVisible();
  await openWords(app);
  // Whoever never reported is on no map.
  const onMap = async () => {
    const text =
      (await words(app)
        .getByText(/vehicles? by|clusters? of/)
        .textContent()) ?? '';
    const alone = Number(/(\d+) vehicles? by/.exec(text)?.[1] ?? 0);
    return alone + Number(/of (\d+) vehicles/.exec(text)?.[1] ?? 0);
  };
  await expect.poll(onMap).toBeGreaterThan(0);
  expect(await onMap()).toBeLessThanOrEqual(narrowed);
  await app.getByRole('button', { name: '3 tags' }).click();
  await app.getByRole('button', { name: 'Show all tags' }).click();
  await expect(app.getByTestId('result-count')).toHaveText('40 devices');
});

test('one click hides the silent, the filter shows it, and another brings them back', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const hide = app.getByRole('button', { name: 'Hide the silent' });
  const status = (name: RegExp) =>
    app.getByRole('group', { name: 'Show by status' }).getByRole('button', { name });
  await hide.click();
  await expect(hide).toHaveAttribute('aria-pressed', 'true');
  await expect(status(/^Moving/)).toHaveAttribute('aria-pressed', 'true');
  await expect(status(/^Silent/)).toHaveAttribute('aria-pressed', 'false');
  await hide.click();
  await expect(hide).toHaveAttribute('aria-pressed', 'false');
  await expect(status(/^Moving/)).toHaveAttribute('aria-pressed', 'false');
});
