/** The picture of one measured thing over the time that is shown, with the ignition as a band below. */
import type uPlot from 'uplot';
import type { Formats } from '@/format/formats';
import { axis, selecting } from '@/plot/looks';
import type { PlotBuilder, Scheme } from '@/plot/Plot';
import { momentLine } from './momentLine';
import type { Playback } from './playback';
import type { Part } from './useRoutes';

export const LINE = { light: '#0d5c63', dark: '#4db6ac' } as const satisfies Record<Scheme, string>;
const BELOW = { light: '#0d5c6322', dark: '#4db6ac2e' } as const satisfies Record<Scheme, string>;
export const IGNITION = {
  light: '#b45309',
  dark: '#f0a83c',
} as const satisfies Record<Scheme, string>;

const BAND_PX = 5;
const DAY_S = 86_400;

interface Options {
  formats: Formats;
  part: Part;
  playback: Playback;
  onPart(part: Part): void;
  /** How its values are written at the axis. */
  valueText(value: number): string;
  /** The scale begins at zero, and the surface below the line is filled. */
  isFromZero: boolean;
  /** When the ignition was on; null where this chart does not show it. */
  ignition: readonly [from: number, to: number][] | null;
}

export function routePlot(options: Options): PlotBuilder {
  const { formats, part, playback, onPart, valueText, isFromZero, ignition } = options;
  const days = new Intl.DateTimeFormat(formats.locale, { day: 'numeric', month: 'short' });
  const timeText = (at: number, step: number) => {
    const date = new Date(at * 1000);
    const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
    return step >= DAY_S || isMidnight ? days.format(date) : formats.time(date.toISOString());
  };
  return (scheme) => ({
    cursor: selecting,
    plugins: [momentLine(playback, onPart)],
    scales: {
      x: { time: true, range: () => [part.from, part.to] },
      y: { range: (_, lowest, highest) => rangeOf(lowest, highest, isFromZero) },
    },
    axes: [
      axis(scheme, {
        values: (_, splits, __, ___, step) => splits.map((at) => timeText(at, step)),
        grid: { show: false },
        space: 70,
        size: 28,
      }),
      axis(scheme, { values: (_, splits) => splits.map(valueText), size: 62, space: 24 }),
    ],
    series: [
      {},
      {
        stroke: LINE[scheme],
        ...(isFromZero && { fill: BELOW[scheme] }),
        width: 1.5,
        points: { show: false },
      },
    ],
    hooks: {
      draw: [(plot) => ignition && drawBand(plot, ignition, IGNITION[scheme])],
    },
  });
}

/** Never flat, and with room above the highest. */
function rangeOf(
  lowest: number | null,
  highest: number | null,
  isFromZero: boolean,
): [number, number] {
  const [low, high] = [lowest ?? 0, highest ?? 1];
  const room = Math.max(1, (high - low) * 0.08);
  return [isFromZero ? 0 : low - room, high + room];
}

function drawBand(plot: uPlot, spans: readonly [from: number, to: number][], colour: string): void {
  const { ctx, bbox } = plot;
  const height = BAND_PX * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colour;
  for (const [from, to] of spans) {
    const left = plot.valToPos(from, 'x', true);
    const right = plot.valToPos(to, 'x', true);
    ctx.fillRect(left, bbox.top + bbox.height - height, Math.max(1, right - left), height);
  }
  ctx.restore();
}
