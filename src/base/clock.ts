/** The longest delay that a timer of the platform takes, in milliseconds. It fires at once after a longer one. */
const MAX_DELAY = 2 ** 31 - 1;

/** Time and timers, passed in so that tests control them. All values are milliseconds. */
export interface Clock {
  /** Epoch milliseconds. The user or the network may set this clock, back too: it tells moments, not how long it took. */
  now(): number;
  /**
   * Milliseconds since an arbitrary start, by a clock that cannot be set: every interval is measured on it. It goes on
   * while the machine sleeps on some systems (macOS, Windows) and stands still on others (Linux).
   */
  elapsed(): number;
  /** Calls back once after the delay, however long it is; the returned function cancels it. */
  after(delay: number, callback: () => void): () => void;
}

/* eslint-disable no-restricted-properties -- the only place that reads the clocks of the system */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(delay, callback) {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      timer = setTimeout(
        () => (left > MAX_DELAY ? wait(left - MAX_DELAY) : callback()),
        Math.min(left, MAX_DELAY),
      );
    };
    wait(delay);
    return () => clearTimeout(timer);
  },
};
