import { expect, it } from 'vitest';
import { csvOf } from './csv';

const textOf = (rows: string[][]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(rows));

it('quotes what would break a row, and tells spreadsheets that it is UTF-8', () => {
  expect(
    textOf([
      ['Name', 'Words'],
      ['Ñuñoa', 'said "no", twice'],
    ]),
  ).toBe('\uFEFFName,Words\r\nÑuñoa,"said ""no"", twice"\r\n');
});

it('lets no spreadsheet run a name', () => {
  expect(textOf([['=HYPERLINK("x")', '-1', '@a']])).toBe(
    '\uFEFF"\'=HYPERLINK(""x"")",\'-1,\'@a\r\n',
  );
});
