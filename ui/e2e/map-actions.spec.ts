/** What a person does on the map: they choose vehicles, follow one, look for the nearest, go somewhere, by pointer and by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { expect, openList, type Sandbox, test } from './world';

const map = (app: Page): Locator => app.getByTestId('map');
const canvas = (app: Page): Locator => map(app).locator('canvas');
const panel = (app: Page): Locator => app.getByTestId('device-panel');
const bar = (app: Page): Locator => app.getByTestId('selection-bar');
const menu = (app: Page): Locator => app.getByTestId('map-menu');
const card = (app: Page): Locator => app.getByTestId('place-card');
const rows = (app: Page): Locator => app.getByRole('grid').locator('[data-index]');

interface Known {
  name: string;
  /** One vehicle's alone. */
  plate: string;
}

/** Opens the first vehicle of a status for a moment, to know it by its plate. */
async function vehicleThat(app: Page, status: string, place = 0): Promise<Known> {
  await rows(app).filter({ hasText: status }).nth(place).click();
  const name = (await panel(app).getByRole('heading').first().textContent()) ?? '';
  const plate =
    (await panel(app)
      .getByText(/^[A-Z]{4}-\d\d$/)
      .textContent()) ?? '';
  await app.keyboard.press('Escape');
  await expect(panel(app)).toBeHidden();
  return { name, plate };
}

/** Leaves one vehicle in the list, in the middle of the map. */
async function showAlone(app: Page, { plate }: Known): Promise<void> {
  await app.getByRole('searchbox').fill(plate);
  await expect(app.getByText(/^1 of 40 devices$/)).toBeVisible();
  await expect(app.locator('[data-map-behind]')).toHaveCount(0);
  // It may be far from where the map is, and the map may still be on its way.
  await expect(async () => {
    await app.getByRole('button', { name: 'Show the whole fleet' }).click();
    await expect(map(app)).toHaveAttribute('data-vehicles', '1', { timeout: 3_000 });
  }).toPass();
  await standsStill(app);
}

/** A map that moves says so at once. */
async function standsStill(app: Page): Promise<void> {
  await expect(async () => {
    await app.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await expect(map(app)).toHaveAttribute('data-loaded', 'true', { timeout: 3_000 });
  }).toPass();
}

interface Spot {
  x: number;
  y: number;
}

/** A place on the map, from its middle, in pixels of the window. */
async function fromMiddle(app: Page, x: number, y: number): Promise<Spot> {
  const box = await map(app).boundingBox();
  if (!box) throw new Error('there is no map');
  return { x: box.x + box.width / 2 + x, y: box.y + box.height / 2 + y };
}

async function drag(app: Page, from: Spot, to: Spot, held: string[]): Promise<void> {
  for (const key of held) await app.keyboard.down(key);
  await app.mouse.move(from.x, from.y);
  await app.mouse.down();
  await app.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await app.mouse.move(to.x, to.y);
  await app.mouse.up();
  for (const key of held) await app.keyboard.up(key);
}

async function dragAroundMiddle(app: Page, held: string[]): Promise<void> {
  await drag(app, await fromMiddle(app, -60, -60), await fromMiddle(app, 60, 60), held);
}

/** The panel is open, so the middle of what is left of the map is farther to the start. */
async function rightClickMiddle(app: Page, shift: number): Promise<void> {
  const { x, y } = await fromMiddle(app, shift, 0);
  await app.mouse.click(x, y, { button: 'right' });
}

async function copied(app: Page): Promise<string> {
  return app.evaluate(() => navigator.clipboard.readText());
}

async function openTwo(app: Page, sandbox: Sandbox): Promise<[Known, Known]> {
  await openList(app, sandbox);
  await expect(rows(app).filter({ hasText: 'Parked' }).nth(1)).toBeVisible();
  return [await vehicleThat(app, 'Parked', 0), await vehicleThat(app, 'Parked', 1)];
}

test('a rectangle chooses the vehicles in it, with Ctrl beside those chosen before', async ({
  app,
  sandbox,
}) => {
  const [one, other] = await openTwo(app, sandbox);
  await showAlone(app, one);
  await dragAroundMiddle(app, ['Shift']);
  await expect(bar(app)).toContainText('1 device selected');
  // Nothing was opened by the click that ends the drag, and the map stayed.
  await expect(panel(app)).toBeHidden();

  await showAlone(app, other);
  await dragAroundMiddle(app, ['Shift', 'Control']);
  await expect(bar(app)).toContainText('2 devices selected');
  await dragAroundMiddle(app, ['Shift']);
  await expect(bar(app)).toContainText('1 device selected');

  // An empty one says so, and takes nothing away.
  await drag(app, await fromMiddle(app, 80, 80), await fromMiddle(app, 140, 140), ['Shift']);
  await expect(app.getByTestId('outcome')).toHaveText(/no vehicle of the list/);
  await expect(bar(app)).toContainText('1 device selected');
});

test('vehicles inside clusters are chosen too, and shown again wherever the map went', async ({
  app,
  sandbox,
}) => {
  await openList(app, sandbox);
  const zoom = async () => Number(await map(app).getAttribute('data-zoom'));
  await expect(map(app)).toHaveAttribute('data-clusters', /[1-9]/);
  await expect(app.getByText(/without a position/)).toBeHidden();
  await app.getByRole('button', { name: 'Show the whole fleet' }).click();
  await standsStill(app);
  await app.getByRole('button', { name: 'Select on the map' }).click();
  await app.getByRole('menuitem', { name: /^Draw a rectangle/ }).click();
  await expect(app.getByTestId('drawing')).toBeVisible();
  const box = await map(app).boundingBox();
  const [right, bottom] = [(box?.width ?? 0) / 2 - 4, (box?.height ?? 0) / 2 - 4];
  // Zoomed out, all of them are a few clusters in the middle.
  const fitted = await zoom();
  await canvas(app).press('-');
  await expect.poll(zoom).toBeLessThan(fitted);
  await standsStill(app);
  const before = await zoom();
  await drag(
    app,
    await fromMiddle(app, 60 - right, -bottom),
    await fromMiddle(app, right, bottom),
    [],
  );
  // Whoever is quick has their click: that of the drag is swallowed, and no other.
  await app.getByRole('button', { name: 'Select on the map' }).click();
  await expect(app.getByTestId('drawing')).toBeHidden();
  await expect(bar(app)).toContainText(/\d\d devices selected/);
  await app.getByRole('menuitem', { name: /^Show the \d+ selected devices$/ }).click();
  await expect.poll(zoom).toBeGreaterThan(before);
});

test('the keyboard chooses what the map shows, goes somewhere, and tells its keys', async ({
  app,
  sandbox,
}) => {
  const [one] = await openTwo(app, sandbox);
  await showAlone(app, one);
  await canvas(app).focus();
  await app.keyboard.press('Control+a');
  await expect(bar(app)).toContainText('1 device selected');

  await app.keyboard.press('?');
  const help = app.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toContainText('Select what the map shows');
  await app.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(bar(app)).toContainText('1 device selected');

  await canvas(app).focus();
  await app.keyboard.press('g');
  const field = app.getByRole('textbox', { name: /^Coordinates/ });
  await expect(field).toBeFocused();
  await field.fill('somewhere');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^No coordinates were found/)).toBeVisible();
  await field.fill('48,8583 2,2944');
  await app.keyboard.press('Enter');
  await expect(card(app)).toContainText('48.85830, 2.29440');
  await expect(card(app)).toBeFocused();
  await expect(map(app)).toHaveAttribute('data-vehicles', '0');
  // Where the map is now: its own menu says so.
  await standsStill(app);
  await canvas(app).focus();
  await app.keyboard.press('ContextMenu');
  await expect(menu(app)).toContainText(/48\.858\d\d, 2\.294\d\d/);
  await app.keyboard.press('Escape');
  await expect(canvas(app)).toBeFocused();
  await app.keyboard.press('Control+a');
  await expect(app.getByTestId('outcome')).toHaveText(/no vehicle of the list/);
});

test('the map follows a vehicle until someone lets go of it', async ({ app, sandbox }) => {
  test.setTimeout(120_000);
  await openList(app, sandbox);
  await rows(app).filter({ hasText: 'Moving' }).first().click();
  const follow = panel(app).getByRole('button', { name: /^Follow/ });
  const note = app.getByTestId('following');
  const place = async () => {
    const text = await panel(app).locator('[data-fact=coordinates]').textContent();
    const [, latitude, longitude] = /(-?[\d.]+), (-?[\d.]+)/.exec(text ?? '') ?? [];
    return [Number(latitude), Number(longitude)] as const;
  };
  const name = (await panel(app).getByRole('heading').first().textContent()) ?? '';
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(note).toContainText(name);

  let aheadBySeconds = 0;
  for (let round = 0; round < 2; round += 1) {
    const [latitude, longitude] = await place();
    // Until it has driven out of where someone would hit it on a map that stayed.
    await expect(async () => {
      aheadBySeconds += 60;
      await sandbox.control('clock', { aheadBySeconds });
      await panel(app).getByRole('button', { name: 'Ask now' }).click({ timeout: 3_000 });
      const away = async () => {
        const [north, east] = await place();
        return Math.hypot(north - latitude, east - longitude);
      };
      await expect.poll(away, { timeout: 2_000 }).toBeGreaterThan(0.004);
    }).toPass({ timeout: 40_000 });
    await standsStill(app);
    await rightClickMiddle(app, -180);
    await expect(menu(app)).toHaveAttribute('aria-label', `Actions for ${name}`);
    await expect(menu(app).getByRole('menuitem').first()).toBeFocused();
    await app.keyboard.press('Escape');
    await expect(menu(app)).toBeHidden();
  }

  // The first Escape lets go, the next one closes the panel.
  await canvas(app).focus();
  await app.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(panel(app)).toBeVisible();
  await follow.click();
  await expect(note).toBeVisible();
  await standsStill(app);
  await drag(app, await fromMiddle(app, -180, 120), await fromMiddle(app, -140, 60), []);
  await expect(note).toBeHidden();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
});

test('the nearest vehicles are found from a point and opened', async ({ app, sandbox }) => {
  const [one] = await openTwo(app, sandbox);
  await showAlone(app, one);
  await rightClickMiddle(app, 90);
  await menu(app).getByRole('menuitem', { name: 'Nearest vehicles here' }).click();
  await expect(card(app)).toBeFocused();
  await expect(card(app)).toContainText('Among the vehicles of the list');
  await expect(card(app).getByRole('listitem')).toHaveCount(1);
  await expect(card(app).getByRole('listitem')).toContainText(/\d+ (m|km)$/);

  await app.getByRole('searchbox').fill('');
  await expect(card(app).getByRole('listitem')).toHaveCount(10);
  const distances = await card(app)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => {
        const [, figure = '', unit] = /([\d.]+) (m|km)$/.exec(item.textContent ?? '') ?? [];
        return Number(figure) * (unit === 'km' ? 1_000 : 1);
      }),
    );
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  const nearest = card(app).getByRole('listitem').filter({ hasText: one.name }).first();
  await nearest.getByRole('button').press('Enter');
  await expect(panel(app).getByRole('heading', { name: one.name, exact: true })).toBeVisible();
  await card(app).getByRole('button', { name: 'Take the point off the map' }).click();
  await expect(card(app)).toBeHidden();

  // By typed coordinates as well.
  await app.getByRole('button', { name: 'Go to coordinates' }).click();
  await app.getByRole('textbox', { name: /^Coordinates/ }).fill('29°54′0″ S 71°15′0″ W');
  await app.getByRole('button', { name: 'Nearest vehicles' }).click();
  await expect(card(app)).toContainText('-29.90000, -71.25000');
  await expect(card(app).getByRole('listitem')).toHaveCount(10);
});

test('the menu of a vehicle is the same on the map and in the list', async ({
  app,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [one] = await openTwo(app, sandbox);
  await showAlone(app, one);
  const items = () => menu(app).getByRole('menuitem').allTextContents();
  const middle = await fromMiddle(app, 0, 0);
  await app.mouse.click(middle.x, middle.y, { button: 'right' });
  await expect(menu(app)).toContainText(one.name);
  // All of it is there, and nothing beyond the edge could move the page.
  await expect(menu(app)).toBeInViewport({ ratio: 1 });
  const scrolled = await app.evaluate(() => {
    window.scrollTo(0, 200);
    return window.scrollY;
  });
  expect(scrolled).toBe(0);
  const onMap = await items();
  await menu(app).getByRole('menuitem', { name: 'Select', exact: true }).click();
  await expect(bar(app)).toContainText('1 device selected');

  await rows(app).first().focus();
  await app.keyboard.press('Shift+F10');
  await expect(menu(app)).toContainText(one.name);
  expect((await items()).filter((item) => item !== 'Take out of the selection')).toEqual(
    onMap.filter((item) => item !== 'Select' && item !== 'Centre the map here'),
  );
  await menu(app).getByRole('menuitem', { name: 'Copy the coordinates' }).press('Enter');
  await expect(app.getByTestId('outcome')).toHaveText('The coordinates are copied.');
  expect(await copied(app)).toMatch(/^-?\d+\.\d{5}, -?\d+\.\d{5}$/);
  await expect(rows(app).first()).toBeFocused();

  await rows(app).first().click({ button: 'right' });
  await menu(app).getByRole('menuitem', { name: 'Copy a link to OpenStreetMap' }).click();
  await expect(app.getByTestId('outcome')).toHaveText('The link is copied.');
  expect(await copied(app)).toMatch(/^https:\/\/www\.openstreetmap\.org\/\?mlat=-?\d/);

  await rows(app).first().press('ContextMenu');
  await menu(app).getByRole('menuitem', { name: 'Ask now' }).press('Enter');
  await expect(app.getByTestId('outcome')).toHaveText(
    `The service has answered about ${one.name}.`,
  );
  await rows(app).first().press('ContextMenu');
  await menu(app).getByRole('menuitem', { name: 'Who sees it' }).press('Enter');
  await expect(app.getByTestId('who-sees-what')).toBeVisible();
});
