import type { Clock } from "../oz/clock";
import { OzError } from "../oz/errors";

/** What somebody looks at or waits for right now. */
export interface Interest {
  /** The ids of folders that are watched, or looked at by themselves, and can still change. */
  readonly folders: readonly string[];
  /** Whether the list is on screen. */
  readonly list: boolean;
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** What the poller asks of the reader of folders. */
export interface PolledReader {
  readNewest(): Promise<unknown>;
  readFolder(id: string): Promise<unknown>;
}

/** Milliseconds between two rounds. */
const FOLDER_INTERVAL = 2_000;
const LIST_INTERVAL = 5_000;
const LONGEST_INTERVAL = 60_000;
const UNFOCUSED_FACTOR = 4;

/**
 * The one timer chain that reads again what can still change and somebody looks at or waits for. The next round
 * begins only when the last one is over; failures make the rounds rarer, and a `Retry-After` is kept to.
 */
export class Poller {
  private cancelTimer: (() => void) | undefined;
  private lastRound = -Infinity;
  private lastList = -Infinity;
  private running = false;
  private failures = 0;
  private notBefore = -Infinity;
  /** Counts restarts: a round that one came into tells nothing about the next. */
  private starts = 0;

  /**
   * @param random a number from 0 up to 1, so that many windows do not ask in step
   */
  constructor(
    private readonly reader: PolledReader,
    readonly interest: () => Interest,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** To be called when the interest may have changed: rounds begin, stop or get another pace. */
  update(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const interval = this.interval();
    if (interval === undefined || this.running) return;
    const due = Math.max(this.lastRound + interval, this.notBefore);
    this.cancelTimer = this.clock.after(Math.max(0, due - this.clock.now()), () => void this.round());
  }

  /** The connection is another one: what was there before no longer counts, and nobody waits. */
  restart(): void {
    this.starts++;
    this.lastRound = -Infinity;
    this.forgetFailures();
  }

  /** The user asked by hand: failures of the past no longer count. */
  forgetFailures(): void {
    this.failures = 0;
    this.notBefore = -Infinity;
    this.lastList = -Infinity;
    this.update();
  }

  dispose(): void {
    this.cancelTimer?.();
  }

  /** Milliseconds from one round to the next; undefined while nobody wants to know. */
  private interval(): number | undefined {
    const { folders, list, focused } = this.interest();
    if (folders.length === 0 && !list) return undefined;
    const pace = folders.length === 0 ? LIST_INTERVAL : FOLDER_INTERVAL;
    const slowed = pace * 2 ** Math.min(this.failures, 10) * (focused ? 1 : UNFOCUSED_FACTOR);
    const jitter = this.failures > 0 ? 0.75 + this.random() / 2 : 1;
    return Math.min(slowed, LONGEST_INTERVAL) * jitter;
  }

  private async round(): Promise<void> {
    this.running = true;
    const { starts } = this;
    const { folders, list } = this.interest();
    const started = this.clock.now();
    const listDue = list && started - this.lastList >= LIST_INTERVAL;
    if (listDue) this.lastList = started;
    const results = await Promise.allSettled([
      ...folders.map((id) => this.reader.readFolder(id)),
      ...(listDue ? [this.reader.readNewest()] : []),
    ]);
    this.running = false;
    if (starts === this.starts) this.note(results);
    this.update();
  }

  private note(results: readonly PromiseSettledResult<unknown>[]): void {
    this.lastRound = this.clock.now();
    const errors = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as unknown] : [],
    );
    this.failures = errors.length > 0 ? this.failures + 1 : 0;
    const waits = errors.map((error) => (error instanceof OzError ? (error.retryAfter ?? 0) : 0));
    this.notBefore = this.lastRound + Math.max(0, ...waits);
  }
}
