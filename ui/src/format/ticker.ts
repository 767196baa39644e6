/** One timer for every age on the screen; it runs only while something listens. */

export interface Ticker {
  /** Calls back on every tick until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** The time of the last tick; ticks between two of them don't change it. */
  now(): number;
}

/** A ticker over a clock, which is the computer's unless a test brings its own. */
export function createTicker(periodMs: number, clock: () => number = Date.now): Ticker {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let last = clock();
  const tick = () => {
    last = clock();
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (timer === undefined) {
        last = clock();
        timer = setInterval(tick, periodMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    now: () => last,
  };
}
