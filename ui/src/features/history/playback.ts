/**
 * The moment that is looked at, and its running on: a store of its own, so that map, charts and time
 * line follow it frame by frame while the page around them stands still.
 */

/** How many times as fast as it happened. */
export const FACTORS = [1, 2, 4, 8, 16, 32, 64] as const;
export type Factor = (typeof FACTORS)[number];

/** What calls back at each frame; a test brings its own. */
export interface Frames {
  request(step: (nowMs: number) => void): number;
  cancel(handle: number): void;
}

const ofBrowser: Frames = {
  request: (step) => requestAnimationFrame(step),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** A window that was out of sight does not leap ahead when it comes back. */
const LONGEST_FRAME_MS = 250;

export interface Playback {
  subscribe(listener: () => void): () => void;
  /** Seconds of the Unix epoch. */
  moment(): number;
  isPlaying(): boolean;
  factor(): Factor;
  go(moment: number): void;
  /** Between which moments it moves. The moment stays where it is if it lies between them. */
  setSpan(from: number, to: number): void;
  setFactor(factor: Factor): void;
  /** Goes on from the moment; from the beginning where the end was reached. */
  play(): void;
  pause(): void;
}

export function createPlayback(frames: Frames = ofBrowser): Playback {
  const listeners = new Set<() => void>();
  let span: [from: number, to: number] | null = null;
  let moment = 0;
  let factor: Factor = 8;
  let frame: number | null = null;
  let before: number | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const within = (at: number) => (span ? Math.min(span[1], Math.max(span[0], at)) : at);
  const halt = () => {
    if (frame !== null) frames.cancel(frame);
    frame = null;
    before = null;
  };
  const step = (nowMs: number) => {
    const passed = before === null ? 0 : Math.min(nowMs - before, LONGEST_FRAME_MS);
    before = nowMs;
    moment = within(moment + (passed / 1000) * factor);
    if (span && moment >= span[1]) halt();
    else frame = frames.request(step);
    tell();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    moment: () => moment,
    isPlaying: () => frame !== null,
    factor: () => factor,
    go(at) {
      moment = within(at);
      tell();
    },
    setSpan(from, to) {
      moment = span ? moment : from;
      span = [from, to];
      moment = within(moment);
      tell();
    },
    setFactor(next) {
      factor = next;
      tell();
    },
    play() {
      if (frame !== null || !span) return;
      if (moment >= span[1]) moment = span[0];
      frame = frames.request(step);
      tell();
    },
    pause() {
      halt();
      tell();
    },
  };
}
