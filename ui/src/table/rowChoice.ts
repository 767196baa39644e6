/** What a table needs so that its rows can be chosen. */
import { type Selection, shareOf } from './selection';
import type { Chosen } from './useSelection';

export interface RowChoice<TRow> {
  selection: Selection;
  share: 'none' | 'some' | 'all';
  /** The row's name, for its box. */
  nameOf(row: TRow): string;
  choose(ids: readonly string[], chosen: boolean): void;
  /** Rows between two places, some of which may not be here: whoever brings rows finds out their ids. */
  idsBetween(first: number, last: number): Promise<readonly string[]>;
  chooseAll(): void;
  clear(): void;
}

/** The choice of a table whose owner holds the selection. */
export function choiceOf<TRow>(
  { selection, choose, chooseAll, clear }: Chosen,
  matched: number,
  rows: Pick<RowChoice<TRow>, 'nameOf' | 'idsBetween'>,
): RowChoice<TRow> {
  const share = shareOf(selection, matched);
  return { selection, share, choose, chooseAll, clear, ...rows };
}
