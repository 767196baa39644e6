/** Which groups the table shows, and in which order. An account has some hundreds: all are here. */
import { hasWords } from '@/format/words';
import type { GroupRow } from '@/ipc/generated/contract';
import type { ColumnSort } from '@/table/kit';

export const GROUP_COLUMNS = ['name', 'description', 'devices', 'users', 'modifiedAt'] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** The groups in whose name or description every word is found. */
export function filterGroups(groups: readonly GroupRow[], text: string): readonly GroupRow[] {
  if (text.trim() === '') return groups;
  return groups.filter(({ name, description }) => hasWords(`${name} ${description ?? ''}`, text));
}

/** A sorted copy. What is not known comes last in both directions; ties go by name. */
export function sortGroups(
  groups: readonly GroupRow[],
  { columnId, descending }: ColumnSort,
  language: string,
): readonly GroupRow[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const column = GROUP_COLUMNS.find((id) => id === columnId) ?? 'name';
  const direction = descending ? -1 : 1;
  return groups.toSorted((a, b) => {
    const [left, right] = [known(a[column]), known(b[column])];
    const order =
      left === null || right === null
        ? Number(left === null) - Number(right === null)
        : direction * compareValues(left, right, column, compare);
    return order || compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  });
}

/** An empty description is as good as none; a count of zero is a count. */
function known(value: string | number | null): string | number | null {
  return value === '' ? null : value;
}

function compareValues(
  left: string | number,
  right: string | number,
  column: GroupColumn,
  compare: (a: string, b: string) => number,
): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (column === 'modifiedAt') return Date.parse(String(left)) - Date.parse(String(right));
  return compare(String(left), String(right));
}
