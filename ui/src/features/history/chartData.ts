/** Columns of a route as a plot takes them. Pure. */
import type uPlot from 'uplot';
import type { RouteView } from '@/ipc/generated/contract';

type Times = Pick<RouteView, 'atS' | 'afterGap'>;

/**
 * Times and values. A fix that told no value is passed over by the line; what is between two fixes of
 * which nothing is known breaks it.
 */
export function chartData(
  { atS, afterGap }: Times,
  values: readonly (number | null)[],
  toShown: (value: number) => number,
): uPlot.AlignedData {
  const xs: number[] = [];
  const ys: (number | null | undefined)[] = [];
  for (const [place, at] of atS.entries()) {
    const before = atS[place - 1];
    if (before !== undefined && afterGap[place]) {
      xs.push((before + at) / 2);
      ys.push(null);
    }
    const value = values[place] ?? null;
    xs.push(at);
    // To a plot, `null` is a break, and `undefined` is nothing.
    ys.push(value === null ? undefined : toShown(value));
  }
  return [xs, ys];
}

/** The value that was told last until a place in the columns; null if there is none since a gap. */
export function valueAt(
  afterGap: readonly boolean[],
  values: readonly (number | null)[],
  place: number,
): number | null {
  for (let at = place; at >= 0; at -= 1) {
    const value = values[at] ?? null;
    if (value !== null) return value;
    if (afterGap[at]) return null;
  }
  return null;
}

/** Spans of time in which a line was on, from and to in seconds. */
export function spansOf(
  { atS, afterGap }: Times,
  on: readonly (boolean | null)[],
): [from: number, to: number][] {
  const spans: [number, number][] = [];
  for (const [place, to] of atS.entries()) {
    const from = atS[place - 1];
    if (from === undefined || afterGap[place] || !on[place - 1]) continue;
    const last = spans.at(-1);
    if (last?.[1] === from) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}
