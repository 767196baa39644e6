/** Which rows to ask for, given those on the screen. */

/** Rows as they are asked for and answered: `limit` of them from `offset` on. */
export interface RowWindow {
  offset: number;
  limit: number;
}

/** Windows begin and end at multiples of this, so that small scrolls ask for nothing new. */
const BLOCK = 50;

/** The most rows that one question may ask for. */
const LIMIT = 500;

/** The blocks that hold the rows from `first` to `last`, and a block's worth around them. */
export function windowAround(first: number, last: number, block = BLOCK): RowWindow {
  const offset = Math.floor(Math.max(0, first - block) / block) * block;
  const end = Math.ceil((last + 1 + block) / block) * block;
  return { offset, limit: Math.min(LIMIT, end - offset) };
}
