/** Lets only so many calls run at once; who gives up while waiting costs nothing. */
export class Lanes {
  private free: number;
  private readonly waiting = new Set<() => void>();

  constructor(lanes: number) {
    this.free = lanes;
  }

  /** Runs a call when a lane is free. Rejects with the signal's reason if that comes before. */
  async run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.enter(signal);
    try {
      return await call();
    } finally {
      this.leave();
    }
  }

  private enter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (this.free > 0) {
        this.free -= 1;
        return resolve();
      }
      const enter = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.waiting.delete(enter);
        reject(signal.reason);
      };
      this.waiting.add(enter);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The lane goes to whoever waits longest. */
  private leave(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
