/** The picture of one measured thing over the time that is shown, with input lines as bands below. */
import type uPlot from 'uplot';
import type { Formats } from '@/format/formats';
import { axis, selecting } from '@/plot/looks';
import type { PlotBuilder, Scheme } from '@/plot/Plot';
import { momentLine } from './momentLine';
import type { Part } from './part';
import type { Playback } from './playback';

export const LINE = { light: '#0d5c63', dark: '#4db6ac' } as const satisfies Record<Scheme, string>;
const BELOW = { light: '#0d5c6322', dark: '#4db6ac2e' } as const satisfies Record<Scheme, string>;
/** The ignition's, then those of the other lines, which take turns. */
export const BANDS = {
  light: ['#b45309', '#3d5a99', '#7a3e8e', '#4d6b1f'],
  dark: ['#f0a83c', '#8fb0f0', '#d79be8', '#a9cc6b'],
} as const satisfies Record<Scheme, readonly string[]>;

export const bandColour = (scheme: Scheme, place: number) =>
  BANDS[scheme][place % BANDS[scheme].length] ?? LINE[scheme];

/** When an input line was on. */
export interface Band {
  /** What stands at its beginning. */
  sign: string;
  spans: readonly [from: number, to: number][];
}

const BAND_PX = 5;
const SIGNED_BAND_PX = 11;
const SIGN_GROUND = { light: '#ffffff', dark: '#1b2026' } as const satisfies Record<Scheme, string>;
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
  /** From the lowest up; none where this chart does not show them. */
  bands: readonly Band[];
}

export function routePlot(options: Options): PlotBuilder {
  const { formats, part, playback, onPart, valueText, isFromZero, bands } = options;
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
      draw: [(plot) => drawBands(plot, bands, scheme)],
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

/** One above the other; where there are several, each begins with its sign. */
function drawBands(plot: uPlot, bands: readonly Band[], scheme: Scheme): void {
  const { ctx, bbox } = plot;
  const isSigned = bands.length > 1;
  const height = (isSigned ? SIGNED_BAND_PX : BAND_PX) * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.textBaseline = 'middle';
  ctx.font = `${height - devicePixelRatio}px sans-serif`;
  for (const [place, { sign, spans }] of bands.entries()) {
    const colour = bandColour(scheme, place);
    const top = bbox.top + bbox.height - height * (place + 1);
    ctx.fillStyle = colour;
    for (const [from, to] of spans) {
      const left = plot.valToPos(from, 'x', true);
      const right = plot.valToPos(to, 'x', true);
      ctx.fillRect(left, top, Math.max(1, right - left), height - devicePixelRatio);
    }
    if (!isSigned) continue;
    const width = ctx.measureText(sign).width + 6 * devicePixelRatio;
    ctx.fillStyle = SIGN_GROUND[scheme];
    ctx.fillRect(bbox.left, top, width, height - devicePixelRatio);
    ctx.fillStyle = colour;
    ctx.fillText(sign, bbox.left + 3 * devicePixelRatio, top + height / 2);
  }
  ctx.restore();
}
