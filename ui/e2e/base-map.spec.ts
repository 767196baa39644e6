/** The map beneath the vehicles is the one that was chosen, is kept, and says when it can't be had. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { TILE_COLOUR, test } from './tileServer';
import { expect, openList } from './world';

const STREETS = fileURLToPath(new URL('../../crates/fleet/data/coquimbo.pmtiles', import.meta.url));

async function openSettings(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Settings' }).click();
  await expect(app).toHaveTitle('Settings – Atalaya');
}

async function openDevices(app: Page): Promise<void> {
  await app.getByRole('link', { name: 'Devices' }).click();
  await expect(app.getByTestId('map')).toHaveAttribute('data-loaded', 'true', { timeout: 20_000 });
}

async function useOnlineMap(app: Page, address: string): Promise<void> {
  await openSettings(app);
  await app.getByRole('radio', { name: 'Another online map' }).click();
  await app.getByRole('textbox', { name: 'Address of the map' }).fill(address);
  await app.getByRole('textbox', { name: 'Credit' }).fill('Made by the test');
  await app.getByRole('button', { name: 'Use this map' }).click();
}

/** How much of the map is of the tiles' colour. */
async function shareOfTiles(app: Page): Promise<number> {
  const picture = await app.getByTestId('map').screenshot();
  return app.evaluate(
    async ([base64, red, green, blue]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!pen) return 0;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      let same = 0;
      for (let at = 0; at < data.length; at += 4) {
        const off = [red, green, blue].map((value, part) =>
          Math.abs((data[at + part] ?? 0) - value),
        );
        if (Math.max(...off) < 8) same += 1;
      }
      return same / (data.length / 4);
    },
    [picture.toString('base64'), ...TILE_COLOUR] as const,
  );
}

const MOST = 0.5;

test('shows an online map, keeps it, and says when it can’t be had', async ({
  app,
  sandbox,
  tiles,
}) => {
  await openList(app, sandbox);
  await useOnlineMap(app, tiles.template);
  await expect(app.getByText('sees which parts of the map you look at')).toBeVisible();
  await expect(app.getByTestId('base-map-shown')).toContainText('images');
  expect(tiles.askedBy).toEqual([]);

  await openDevices(app);
  await expect.poll(() => shareOfTiles(app)).toBeGreaterThan(MOST);
  await expect(app.getByText('Made by the test')).toBeVisible();
  expect(new Set(tiles.askedBy)).toEqual(new Set([expect.stringMatching(/^Atalaya\/\d/)]));

  // Without its server it is there all the same, after the next start of the window as well.
  await tiles.stop();
  await app.reload();
  await expect.poll(() => shareOfTiles(app)).toBeGreaterThan(MOST);
  await expect(app.getByTestId('map-trouble')).toBeHidden();

  await openSettings(app);
  await app.getByRole('button', { name: 'Clear' }).click();
  await expect(app.getByTestId('tile-cache-used')).toHaveText('Nothing is kept now.');
  await openDevices(app);
  const note = app.getByTestId('map-trouble');
  await expect(note).toContainText(/The map of 127\.0\.0\.1:\d+ can't be loaded: no connection/);
  expect(await shareOfTiles(app)).toBe(0);

  await tiles.restart();
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(note).toBeHidden();
  await expect.poll(() => shareOfTiles(app)).toBeGreaterThan(MOST);
});

test('mends itself when the server is back, though nobody does anything', async ({
  app,
  sandbox,
  tiles,
}) => {
  await openList(app, sandbox);
  await tiles.stop();
  await useOnlineMap(app, tiles.template);
  await openDevices(app);
  await expect(app.getByTestId('map-trouble')).toBeVisible();
  await tiles.restart();
  await expect(app.getByTestId('map-trouble')).toBeHidden({ timeout: 20_000 });
  await expect.poll(() => shareOfTiles(app)).toBeGreaterThan(MOST);
});

test('draws a map with a style of its own, and goes on where it can’t', async ({
  app,
  sandbox,
  tiles,
}) => {
  await openList(app, sandbox);
  await useOnlineMap(app, `${tiles.url}/style.json`);
  await expect(app.getByTestId('base-map-shown')).toContainText('“Purple”.');
  await openDevices(app);
  await expect.poll(() => shareOfTiles(app)).toBeGreaterThan(MOST);

  await useOnlineMap(app, `${tiles.url}/nonsense.json`);
  await expect(app.getByTestId('base-map-shown')).toContainText('“Purple”.');
  await openDevices(app);
  await expect(app.getByTestId('map-style-refused')).toBeVisible();
  await expect(app.getByTestId('map')).not.toHaveAttribute('data-vehicles', '');
});

test('explains an address that is none, and keeps the map as it was', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await useOnlineMap(app, 'http://tiles.example.com/{z}/{x}/{y}.png');
  await expect(app.locator('[data-error-code="map_address"]')).toContainText('https://');
  await expect(app.getByRole('textbox', { name: 'Address of the map' })).toBeVisible();
  await app.reload();
  await openSettings(app);
  await expect(app.getByRole('radio', { name: 'The world inside the app' })).toBeChecked();
});

test('shows what is in a map file, and what is wrong with one', async ({ app, sandbox }) => {
  await openList(app, sandbox);
  await openSettings(app);
  await app.getByRole('radio', { name: 'A map file on this computer' }).click();
  const path = app.getByRole('textbox', { name: 'Map file' });
  await path.fill('/nowhere/city.pmtiles');
  await path.press('Enter');
  await expect(
    app.getByText(/map file city\.pmtiles can't be shown: there is no such/),
  ).toBeVisible();
  await path.fill(STREETS);
  await path.press('Enter');
  await expect(app.getByTestId('base-map-shown')).toContainText('Layers: streets.');
  await openDevices(app);
  await expect(app.getByTestId('map-trouble')).toBeHidden();
  await expect(app.getByTestId('map-style-refused')).toBeHidden();
});
