/** Time and timers, taken from outside so that tests own them. All values are milliseconds. */
export interface Clock {
  now(): number;
  /** Calls back once after the delay; the returned function takes the call back. */
  after(delay: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  // eslint-disable-next-line no-restricted-properties -- this is where the outside comes in
  now: () => Date.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
