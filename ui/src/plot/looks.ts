/** What all plots look like: axes, grid and type, in light and in dark. */
import type uPlot from 'uplot';
import type { Scheme } from './Plot';

const FONT = "11px 'Noto Sans', system-ui, sans-serif";

const INK = {
  light: { text: '#495057', grid: '#e3e7ea' },
  dark: { text: '#c1c9cf', grid: '#383d42' },
} as const satisfies Record<Scheme, unknown>;

/** An axis of a plot. */
export function axis(scheme: Scheme, more: uPlot.Axis): uPlot.Axis {
  const { text, grid } = INK[scheme];
  return {
    stroke: text,
    font: FONT,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1, size: 4 },
    ...more,
  };
}

/** A cursor that points at one place and chooses nothing. */
export const pointer: uPlot.Cursor = {
  drag: { x: false, y: false },
  points: { show: false },
  y: false,
};

/** A cursor that points at one place, and chooses a part from side to side where it is dragged. */
export const selecting: uPlot.Cursor = {
  drag: { x: true, y: false, setScale: false },
  points: { show: false },
  y: false,
};
