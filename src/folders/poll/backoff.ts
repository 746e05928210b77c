import { OzError } from "../../oz/http/ozError";

/** Milliseconds to which failures and a missing focus can lengthen an interval. */
const MAX_INTERVAL = 60_000;

/** Factor of every interval while the window has no focus. */
const UNFOCUSED_FACTOR = 4;

/** Milliseconds from the end of a round to the next one at least; each failure doubles it. */
const MIN_GAP = 1_000;

/** Slows polling down while the server fails or the window has no focus. Times are in epoch milliseconds. */
export class Backoff {
  private failures = 0;
  /** Chosen anew at each failure, so that many windows do not poll in step. */
  private jitter = 1;
  private lastEnd = -Infinity;
  private waitUntil = -Infinity;

  /** @param random returns a number from 0 up to 1 */
  constructor(private readonly random: () => number) {}

  /** When the next round may start. */
  get earliest(): number {
    const gap = Math.min(MIN_GAP * 2 ** this.failures, MAX_INTERVAL) * this.jitter;
    return Math.max(this.lastEnd + gap, this.waitUntil);
  }

  /** @returns the interval to use now, in milliseconds: longer after failures and without focus */
  slow(interval: number, focused: boolean): number {
    const factor = (focused ? 1 : UNFOCUSED_FACTOR) * 2 ** Math.min(this.failures, 10);
    return Math.min(interval * factor, Math.max(interval, MAX_INTERVAL)) * this.jitter;
  }

  /** Records the end of a round, with the errors that count as failures of the server. */
  roundEnded(errors: readonly unknown[], now: number): void {
    const failed = errors.length > 0;
    this.failures = failed ? this.failures + 1 : 0;
    this.jitter = failed ? 0.75 + this.random() / 2 : 1;
    const waits = errors.map((error) => (error instanceof OzError ? (error.retryAfter ?? 0) : 0));
    this.lastEnd = now;
    this.waitUntil = now + Math.max(0, ...waits);
  }

  /** Forgets failures, but not how long the server asked to wait. */
  forgetFailures(): void {
    this.failures = 0;
    this.jitter = 1;
  }

  /** Allows the next round at once. */
  reset(): void {
    this.forgetFailures();
    this.lastEnd = -Infinity;
    this.waitUntil = -Infinity;
  }
}
