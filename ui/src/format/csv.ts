/** Tables as CSV, as spreadsheets read it: with a mark of UTF-8, and no cell that they would run. */

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The bytes of a file with these rows, the first of them the header. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
}
