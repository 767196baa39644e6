/** The picture of requests by hour: a stack of bars, refused ones hatched on top. */
import uPlot from 'uplot';
import type { Formats } from '@/format/formats';
import type { UsageHour } from '@/ipc/generated/contract';
import { hatch } from '@/plot/hatch';
import { axis, pointer } from '@/plot/looks';
import type { PlotBuilder, Scheme } from '@/plot/Plot';
import { roundTop, stacked } from '@/plot/stack';
import { COLOURS, countOf, type Layer } from './kinds';

const HOUR_S = 3_600;
const GROUND = { light: '#ffffff', dark: '#242424' } as const satisfies Record<Scheme, string>;

const secondsOf = (iso: string) => Date.parse(iso) / 1000;

/** The highest layer first, since each is drawn over the ones above it. */
export function hoursData(
  hours: readonly UsageHour[],
  layers: readonly Layer[],
): uPlot.AlignedData {
  const counts = layers.map((layer) => hours.map(({ kinds }) => countOf(kinds, layer)));
  return [hours.map(({ start }) => secondsOf(start)), ...stacked(counts).reverse()];
}

/** Hours that are named below the bars: so many apart that their names have room, by the reader's clock. */
function namedHours(plot: uPlot): number[] {
  const xs = plot.data[0] as number[];
  const wide = plot.width / Math.max(1, xs.length);
  const apart = wide > 22 ? 3 : wide > 11 ? 6 : 12;
  return xs.filter((x) => new Date(x * 1000).getHours() % apart === 0);
}

function hourName(seconds: number, formats: Formats): string {
  const at = new Date(seconds * 1000);
  const time = formats.time(at.toISOString());
  return at.getHours() === 0 ? `${time}\n${formats.date(at.toISOString())}` : time;
}

export function hoursPlot(layers: readonly Layer[], formats: Formats): PlotBuilder {
  const bars = uPlot.paths.bars?.({ size: [0.86, 48], align: 1 });
  return (scheme) => {
    const fill = (layer: Layer) => {
      const colour = COLOURS[layer][scheme];
      return layer === 'limited' || layer === 'failed'
        ? (plot: uPlot) => hatch(plot.ctx, colour, GROUND[scheme]) ?? colour
        : colour;
    };
    return {
      cursor: pointer,
      scales: {
        x: { time: true, range: (_, from, to) => [from, to + HOUR_S] },
        y: { range: (_, __, highest) => [0, roundTop(highest)] },
      },
      axes: [
        axis(scheme, {
          splits: namedHours,
          values: (_, splits) => splits.map((at) => hourName(at, formats)),
          grid: { show: false },
          size: 42,
        }),
        axis(scheme, {
          values: (_, splits) => splits.map((count) => formats.count(count)),
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000],
          size: 58,
        }),
      ],
      series: [
        {},
        ...layers.toReversed().map((layer) => ({
          ...(bars && { paths: bars }),
          fill: fill(layer),
          // An outline would draw a line where there is nothing.
          width: 0,
          points: { show: false },
        })),
      ],
    };
  };
}
