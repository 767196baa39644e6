/** The time line: a slider over all that is known, by pointer and by keyboard. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import classes from './history.module.css';
import type { Playback } from './playback';
import { usePlayback } from './usePlayback';

/** The keys cross all of it in about so many steps, none shorter than this. */
const STEPS = 500;
const LEAST_STEP_S = 10;
const PAGE_STEPS = 10;

interface Props {
  playback: Playback;
  /** From the first moment to the last. */
  span: readonly [from: number, to: number];
}

export function TimeLine({ playback, span: [from, to] }: Props) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const moment = usePlayback(playback, (from) => Math.floor(from.moment()));
  const step = Math.max(LEAST_STEP_S, Math.round((to - from) / STEPS));
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
    PageDown: -step * PAGE_STEPS,
    PageUp: step * PAGE_STEPS,
  };
  const text = (at: number) => formats.moment(new Date(at * 1000).toISOString());
  return (
    <div className={classes.timeLine}>
      <input
        type="range"
        className={classes.slider}
        aria-label={t('playback.line')}
        aria-valuetext={text(moment)}
        min={Math.floor(from)}
        max={Math.ceil(to)}
        // Any second can be pointed at; the keys go farther.
        step={1}
        value={moment}
        onChange={(event) => playback.go(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const way = by[event.key];
          if (way === undefined) return;
          event.preventDefault();
          playback.go(playback.moment() + way);
        }}
      />
      <div className={classes.timeEnds} aria-hidden>
        <span>{text(from)}</span>
        <span>{text(to)}</span>
      </div>
    </div>
  );
}
