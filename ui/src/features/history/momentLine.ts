/**
 * What a chart of the days adds to a plot: the moment as a line that is moved without drawing anew,
 * clicks that move the moment, and dragging that chooses a part of the time.
 */
import type uPlot from 'uplot';
import classes from './history.module.css';
import type { Part } from './part';
import type { Playback } from './playback';

/** A drag shorter than this is a click with an unsteady hand. */
const LEAST_DRAG_PX = 6;

export function momentLine(playback: Playback, onPart: (part: Part) => void): uPlot.Plugin {
  const line = document.createElement('div');
  line.className = classes.momentLine ?? '';
  let stop = () => {};
  const place = (plot: uPlot) => {
    const left = plot.valToPos(playback.moment(), 'x');
    const isInside = left >= 0 && left <= plot.over.clientWidth;
    line.style.transform = `translateX(${left}px)`;
    line.style.visibility = isInside ? 'visible' : 'hidden';
  };
  return {
    hooks: {
      ready: (plot) => {
        plot.over.append(line);
        let pressedAt = Number.NEGATIVE_INFINITY;
        plot.over.addEventListener('mousedown', (event) => {
          pressedAt = event.clientX;
        });
        plot.over.addEventListener('mouseup', (event) => {
          if (event.button !== 0 || Math.abs(event.clientX - pressedAt) >= LEAST_DRAG_PX) return;
          const { left } = plot.over.getBoundingClientRect();
          playback.go(plot.posToVal(event.clientX - left, 'x'));
        });
        place(plot);
        stop = playback.subscribe(() => place(plot));
      },
      // Another size or another part of the time.
      draw: place,
      setSelect: (plot) => {
        const { left, width } = plot.select;
        if (width === 0) return;
        plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        if (width < LEAST_DRAG_PX) return;
        onPart({ from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') });
      },
      destroy: () => stop(),
    },
  };
}
