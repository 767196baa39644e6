/**
 * A plot: drawn by uPlot as wide as there is room, in the colours of the page. It is a picture; whoever
 * shows one shows the same numbers as a table, too.
 */
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import classes from './Plot.module.css';

export type Scheme = 'light' | 'dark';

/** What is drawn, but for its size; made anew for other colours. */
export type PlotBuilder = (scheme: Scheme) => Omit<uPlot.Options, 'width' | 'height'>;

interface Props {
  /** What the picture shows, in words. */
  label: string;
  /** The xs in seconds since 1970, then the ys of each series. */
  data: uPlot.AlignedData;
  /** Keep it the same for as long as the same is drawn. */
  build: PlotBuilder;
  heightPx: number;
  /** The place in the data that is pointed at; null for none. */
  onPoint?: (index: number | null) => void;
}

export function Plot({ label, data, build, heightPx, onPoint }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<uPlot>(null);
  const latest = useRef({ data, onPoint });
  const scheme = useComputedColorScheme();
  useEffect(() => {
    latest.current = { data, onPoint };
    drawn.current?.setData(data);
  }, [data, onPoint]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const options = build(scheme);
    const size = () => ({ width: Math.max(1, element.clientWidth), height: heightPx });
    const point = (plot: uPlot) => latest.current.onPoint?.(plot.cursor.idx ?? null);
    const plot = new uPlot(
      {
        ...options,
        ...size(),
        legend: { show: false },
        hooks: { ...options.hooks, setCursor: [point] },
      },
      latest.current.data,
      element,
    );
    drawn.current = plot;
    const resized = new ResizeObserver(() => plot.setSize(size()));
    resized.observe(element);
    return () => {
      resized.disconnect();
      plot.destroy();
      drawn.current = null;
    };
  }, [build, scheme, heightPx]);
  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      className={classes.plot}
      style={{ blockSize: heightPx }}
    />
  );
}
