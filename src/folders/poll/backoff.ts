/** Milliseconds to which failures and a missing focus can lengthen an interval. */
const MAX_INTERVAL = 60_000;

/** Factor of every interval while the window has no focus. */
const UNFOCUSED_FACTOR = 4;

/**
 * When something that is repeated is due: more rarely while it fails or the window has no focus. Times are in milliseconds
 * of `Clock.elapsed`.
 */
export class Backoff {
  private failureCount = 0;
  /** Chosen anew at each failure, so that many windows do not poll in step. */
  private jitter = 1;
  private lastEnd = -Infinity;

  /** @param random returns a number from 0 up to 1 */
  constructor(private readonly random: () => number) {}

  /** How often it has failed in a row. */
  get failures(): number {
    return this.failureCount;
  }

  /** When it last ended or was covered; `-Infinity` if never. */
  get last(): number {
    return this.lastEnd;
  }

  /** @returns when it is due if it is repeated at an interval of so many milliseconds */
  due(interval: number, focused: boolean): number {
    return this.lastEnd + this.slow(interval, focused);
  }

  /** @returns the interval to use now, in milliseconds: each failure in a row doubles it, up to a minute */
  slow(interval: number, focused: boolean): number {
    const factor = (focused ? 1 : UNFOCUSED_FACTOR) * 2 ** Math.min(this.failureCount, 10);
    return Math.min(interval * factor, Math.max(interval, MAX_INTERVAL)) * this.jitter;
  }

  ended(hasFailed: boolean, now: number): void {
    this.failureCount = hasFailed ? this.failureCount + 1 : 0;
    this.jitter = hasFailed ? 0.75 + this.random() / 2 : 1;
    this.lastEnd = now;
  }

  /** Records that something else did the same job, which says nothing about failures. */
  covered(now: number): void {
    this.lastEnd = now;
  }

  forgetFailures(): void {
    this.failureCount = 0;
    this.jitter = 1;
  }

  /** Makes it due at once, as at the start. */
  reset(): void {
    this.forgetFailures();
    this.lastEnd = -Infinity;
  }
}
