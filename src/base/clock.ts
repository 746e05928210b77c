/** Time and timers, passed in so that tests control them. All values are milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back once after the delay; the returned function cancels it. */
  after(delay: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  // eslint-disable-next-line no-restricted-properties -- the only place that reads the system clock
  now: () => Date.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
