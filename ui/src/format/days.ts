/** Days as a date field writes them, where the reader is, and spans of time from them. */
const DAY_MS = 86_400_000;
/** No account began or ended before. */
const FIRST_YEAR = 1970;

/** The day on which a moment lies; empty for none. */
export function dayText(at: string | null): string {
  return at === null ? '' : dayOf(new Date(at));
}

function partsOf(day: string): [number, number, number] | null {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const parts: [number, number, number] = [Number(year), Number(month) - 1, Number(date)];
  // A year that is still being typed.
  if (parts[0] < FIRST_YEAR) return null;
  // "February 31" would be another day.
  const there = new Date(...parts);
  return there.getMonth() === parts[1] && there.getDate() === parts[2] ? parts : null;
}

/** The first moment of a day; null where it is none. */
export function startOfDay(day: string): string | null {
  const parts = partsOf(day);
  return parts && new Date(...parts).toISOString();
}

/** The last second of a day; null where it is none. */
export function endOfDay(day: string): string | null {
  const parts = partsOf(day);
  return parts && new Date(...parts, 23, 59, 59).toISOString();
}

/** The end of an account that goes on for some days: from its end, or from now where that is over. */
export function extended(expires: string | null, now: number, days: number): string {
  const from = expires === null ? now : Math.max(now, Date.parse(expires));
  return new Date(from + days * DAY_MS).toISOString();
}

/** A day where the reader is, as it is typed. */
function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** When the day ends on which a moment lies, where the reader is. */
export function startOfNextDay(now: number): number {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1).getTime();
}
