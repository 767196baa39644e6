/** The picture of requests a minute: a line, with the limit that the app kept to as a dashed one. */
import uPlot from 'uplot';
import type { Formats } from '@/format/formats';
import type { UsageMinute } from '@/ipc/generated/contract';
import { axis, pointer } from '@/plot/looks';
import type { PlotBuilder } from '@/plot/Plot';
import { roundTop } from '@/plot/stack';

const HOUR_S = 3_600;
const MINUTE_S = 60;

export const SENT = { light: '#0d5c63', dark: '#4db6ac' } as const;
export const LIMIT = { light: '#b45309', dark: '#f0a83c' } as const;
const BELOW = { light: '#0d5c6322', dark: '#4db6ac2e' } as const;

/** Minutes before the app was opened are not there. */
export function minutesData(minutes: readonly UsageMinute[]): uPlot.AlignedData {
  return [
    minutes.map(({ start }) => Date.parse(start) / 1000),
    minutes.map(({ requests }) => requests),
    minutes.map(({ limitPerMinute }) => limitPerMinute),
  ];
}

export function minutesPlot(formats: Formats): PlotBuilder {
  const steps = uPlot.paths.stepped?.({ align: 1 });
  return (scheme) => ({
    cursor: pointer,
    scales: {
      x: { time: true, range: (_, __, last) => [last - HOUR_S + MINUTE_S, last + MINUTE_S] },
      y: { range: (_, __, highest) => [0, roundTop(highest)] },
    },
    axes: [
      axis(scheme, {
        values: (_, splits) => splits.map((at) => formats.time(new Date(at * 1000).toISOString())),
        incrs: [600, 900, 1_200, 1_800],
        grid: { show: false },
        space: 70,
      }),
      axis(scheme, {
        values: (_, splits) => splits.map((count) => formats.count(count)),
        size: 58,
      }),
    ],
    series: [
      {},
      { stroke: SENT[scheme], fill: BELOW[scheme], width: 2 },
      {
        stroke: LIMIT[scheme],
        width: 2,
        dash: [6, 4],
        // One minute by itself makes no line yet.
        points: { show: (plot) => plot.data[0].length === 1 },
        ...(steps && { paths: steps }),
      },
    ],
  });
}
