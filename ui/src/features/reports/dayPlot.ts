/** The pictures of a report's days: bars of distance, and times stacked. */
import uPlot from 'uplot';
import type { Formats } from '@/format/formats';
import type { ReportDay } from '@/ipc/generated/contract';
import { hatch } from '@/plot/hatch';
import { axis, pointer } from '@/plot/looks';
import type { PlotBuilder, Scheme } from '@/plot/Plot';
import { roundTop, stacked } from '@/plot/stack';

export const TIMES = ['moving', 'idling', 'standing'] as const;
export type Time = (typeof TIMES)[number];

export const COLOURS = {
  distance: { light: '#0d5c63', dark: '#4db6ac' },
  moving: { light: '#1f7a3d', dark: '#5fbf7f' },
  idling: { light: '#b45309', dark: '#f0a83c' },
  standing: { light: '#8a949b', dark: '#6f7a82' },
} as const satisfies Record<'distance' | Time, Record<Scheme, string>>;

const GROUND = { light: '#ffffff', dark: '#242424' } as const satisfies Record<Scheme, string>;
const HALF = 0.5;

/** Hours of a day that were spent so. */
export function hoursOf({ line: { sums } }: ReportDay, time: Time): number {
  const seconds = { moving: sums.movingS, idling: sums.idlingS, standing: sums.standingS }[time];
  return seconds / 3_600;
}

/** Days are numbered, since they are not equally long. */
export function distanceData(days: readonly ReportDay[], perUnit: number): uPlot.AlignedData {
  return [days.map((_, at) => at), days.map(({ line }) => line.sums.distanceM / perUnit)];
}

/** The highest layer first, since each is drawn over the ones above it. */
export function timesData(days: readonly ReportDay[]): uPlot.AlignedData {
  const layers = TIMES.map((time) => days.map((day) => hoursOf(day, time)));
  return [days.map((_, at) => at), ...stacked(layers).reverse()];
}

interface Layer {
  colour: Record<Scheme, string>;
  isHatched?: boolean;
}

/** Bars for each day; the layers as in the data. `nameOf` names a day below its bar. */
export function dayPlot(
  days: readonly ReportDay[],
  layers: readonly Layer[],
  nameOf: (day: string) => string,
  formats: Formats,
): PlotBuilder {
  const bars = uPlot.paths.bars?.({ size: [0.7, 64] });
  return (scheme) => ({
    cursor: pointer,
    scales: {
      x: { time: false, range: () => [-HALF, Math.max(1, days.length) - HALF] },
      y: { range: (_, __, highest) => [0, roundTop(highest)] },
    },
    axes: [
      axis(scheme, {
        splits: (plot) => named(plot, days.length),
        values: (_, splits) => splits.map((at) => nameOf(days[at]?.day ?? '')),
        grid: { show: false },
      }),
      axis(scheme, {
        values: (_, splits) => splits.map((value) => formats.count(value)),
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 100_000],
        size: 58,
      }),
    ],
    series: [
      {},
      ...layers.map(({ colour, isHatched }) => ({
        ...(bars && { paths: bars }),
        fill: isHatched
          ? (plot: uPlot) => hatch(plot.ctx, colour[scheme], GROUND[scheme]) ?? colour[scheme]
          : colour[scheme],
        width: 0,
        points: { show: false },
      })),
    ],
  });
}

/** Days that are named: so many apart that their names have room. */
function named(plot: uPlot, count: number): number[] {
  const apart = Math.max(1, Math.ceil((54 * count) / Math.max(1, plot.width - 70)));
  return Array.from({ length: count }, (_, at) => at).filter((at) => at % apart === 0);
}
