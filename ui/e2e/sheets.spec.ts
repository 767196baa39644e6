/** Users and groups as spreadsheets: saved, changed, brought back, and the new passwords saved once. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './world';

const dialog = (app: Page) => app.getByRole('dialog');

async function save(app: Page, item: string | RegExp): Promise<{ name: string; text: string }> {
  await app.getByRole('button', { name: 'Spreadsheet' }).click();
  const download = app.waitForEvent('download');
  await app.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function bring(app: Page, name: string, buffer: Buffer): Promise<void> {
  await app.getByRole('button', { name: 'Spreadsheet' }).click();
  await app.getByRole('menuitem', { name: 'Bring in a file…' }).click();
  await expect(dialog(app)).toBeVisible();
  await dialog(app)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('users go to a file and come back, and new passwords are saved once', async ({
  app,
  sandbox,
}) => {
  await openPage(app, sandbox, 'Users');
  await expect(app.getByTestId('user-count')).toBeVisible();
  const { name, text } = await save(app, 'Save all users (CSV)');
  expect(name).toBe('users.csv');
  const [id, , email] = text.split('\n')[1]?.split(',') ?? [];
  const sheet = [
    'Id;Name;User name;Disabled;Colour;Country;Time zone',
    `${id};Changed by file;${email};No;;CL;America/Santiago`,
    ';New Person;new.person@flota.example;No;red;Chile;America/Santiago',
    ';Wrong Person;wrong.person@flota.example;perhaps;;CL;America/Santiago',
  ].join('\n');
  await bring(app, 'people.csv', Buffer.from(sheet));
  const summary = dialog(app).getByTestId('import-summary');
  await expect(summary).toContainText('Colour');
  await expect(summary).toContainText('is wrong');
  await expect(dialog(app).getByRole('listitem').filter({ hasText: 'row 4' })).toContainText(
    'perhaps',
  );
  await dialog(app)
    .getByRole('button', { name: /^Make \d+ change/ })
    .click();
  const download = app.waitForEvent('download');
  await dialog(app).getByRole('button', { name: 'Save the passwords…' }).click();
  const passwords = await download;
  expect(passwords.suggestedFilename()).toBe('new-passwords.csv');
  const lines = (await readFile(await passwords.path(), 'utf8')).trim().split('\n');
  expect(lines[1]).toMatch(/^New Person,new\.person@flota\.example,[A-Za-z0-9]{16}/);
  expect(lines).toHaveLength(2);
  await expect(dialog(app).getByTestId('passwords')).toHaveCount(0);
});

test('groups go to a workbook', async ({ app, sandbox }) => {
  await openPage(app, sandbox, 'Groups');
  expect((await save(app, 'Save all groups (Excel)')).name).toBe('groups.xlsx');
});

test('a picture is refused in words, and the dialog is accessible', async ({ app, sandbox }) => {
  await openPage(app, sandbox, 'Users');
  await bring(app, 'picture.csv', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQ==', 'base64'));
  await expect(dialog(app).getByRole('alert')).toContainText('can’t be read as a table');
  const found = await new AxeBuilder({ page: app }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(found.violations).toEqual([]);
});
