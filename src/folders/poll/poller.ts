import type { Clock } from "../../base/clock";
import { OzError, type OzErrorReason } from "../../oz/http/errors";
import { PollIntervals } from "./pollIntervals";
import type { PollTargets } from "./pollTargets";

/** What the poller asks of the reader of folders. Everything but `readFolders` rejects with an `OzError`. */
export interface PolledReader {
  readNewest(): Promise<unknown>;
  /** @returns false when the server cannot tell what has changed */
  readChanges(isWanted: (id: string) => boolean): Promise<boolean>;
  /** @returns the errors of those that could not be read */
  readFolders(ids: readonly string[]): Promise<readonly unknown[]>;
}

/** Milliseconds. */
const LIST_INTERVAL = 5_000;
/** The list as such is read anew so often: only so does it show that a folder is gone, and how many there are. */
const NEWEST_INTERVAL = 60_000;
const RESTING_INTERVAL = 60_000;
const LONGEST_INTERVAL = 60_000;
const UNFOCUSED_FACTOR = 4;
/** From the end of a round to the next one at the least; twice as long with each failure. */
const SHORTEST_GAP = 1_000;
/** What is due within this is asked for together. */
const TOGETHER = 200;
/** A timer that comes so late has slept with the machine. */
const SLEPT = 30_000;
/** A folder that is gone or hidden is no failure of the server. */
const ABOUT_ONE_FOLDER: ReadonlySet<OzErrorReason> = new Set(["notFound", "forbidden", "badRequest"]);
/** More running folders than this share one request, which asks what has changed. */
const MOST_BY_THEMSELVES = 2;

/**
 * The one timer chain that asks for what can still change and somebody looks at or waits for. The next round begins
 * only when the last one is over, and never before the gap that its failures ask for, whatever is due by then.
 */
export class Poller {
  private readonly pace = new PollIntervals();
  private cancelTimer: (() => void) | undefined;
  private running = false;
  private disposed = false;
  private lastNewest = -Infinity;
  private newestInterval = NEWEST_INTERVAL;
  private lastChanges = -Infinity;
  private failures = 0;
  /** Chosen anew by each failure, so that many windows do not ask in step. */
  private jitter = 1;
  /** When the last round was over, in epoch milliseconds. */
  private lastEnd = -Infinity;
  /** Until when the server has asked to wait, in epoch milliseconds. */
  private waitUntil = -Infinity;
  private wasListShown = false;
  private key: string | undefined;
  /** Counts restarts: a round that one came into tells nothing about the next. */
  private starts = 0;

  /** @param random a number from 0 up to 1, so that many windows do not ask in step */
  constructor(
    private readonly reader: PolledReader,
    private readonly targets: () => PollTargets,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {}

  /** To be called when the targets may have changed: rounds begin, stop or come at other intervals. */
  update(): void {
    const targets = this.targets();
    this.noteListShown(targets);
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const due = this.due(targets);
    if (due === undefined || this.running || this.disposed) return;
    const delay = Math.max(0, due - this.clock.now());
    this.cancelTimer = this.clock.after(delay, () => {
      if (this.clock.now() - due > SLEPT && delay > 0) this.wake();
      void this.round();
    });
  }

  /** A folder has changed: it is asked for often again. */
  noteChanges(ids: readonly string[]): void {
    for (const id of ids) this.pace.hurry(id);
  }

  /**
   * Asks for another connection: what was there before no longer counts, and nobody waits. The same one again changes
   * nothing: a session that is renewed, by this window or another, is no reason to ask a server that fails.
   * @param key tells the connection from others; undefined for none
   */
  show(key: string | undefined): void {
    if (key === this.key) {
      this.update();
      return;
    }
    this.key = key;
    this.starts++;
    this.pace.forget();
    this.lastNewest = -Infinity;
    this.lastChanges = -Infinity;
    this.forgetFailures();
  }

  /** The user asked by hand: failures of the past no longer count. */
  forgetFailures(): void {
    this.recover();
    this.update();
  }

  dispose(): void {
    this.disposed = true;
    this.cancelTimer?.();
  }

  /** Whoever turns to the list does not wait for what failed while nobody looked. */
  private noteListShown({ list }: PollTargets): void {
    if (list && !this.wasListShown) this.failures = 0;
    this.wasListShown = list;
  }

  private wake(): void {
    this.recover();
    this.pace.hurryAll();
  }

  private recover(): void {
    this.failures = 0;
    this.lastEnd = -Infinity;
    this.waitUntil = -Infinity;
  }

  /** When the next round is due, in epoch milliseconds; undefined while nobody wants to know. */
  private due({ list, running, resting, focused }: PollTargets): number | undefined {
    const slow = this.slowness(focused);
    const dues = [
      ...(list ? [this.lastNewest + slow(this.newestInterval), this.lastChanges + slow(LIST_INTERVAL)] : []),
      ...(resting ? [this.lastChanges + slow(RESTING_INTERVAL)] : []),
      ...running.map((id) => this.pace.last(id) + slow(this.pace.interval(id))),
    ];
    if (dues.length === 0) return undefined;
    const earliest = dues.reduce((a, b) => Math.min(a, b));
    return Math.max(earliest, this.lastEnd + this.gap(), this.waitUntil);
  }

  /** @returns what makes an interval longer: without focus, after failures, and then a little by chance */
  private slowness(focused: boolean): (interval: number) => number {
    const factor = (focused ? 1 : UNFOCUSED_FACTOR) * 2 ** Math.min(this.failures, 10);
    const jitter = this.failures > 0 ? this.jitter : 1;
    return (interval) => Math.min(interval * factor, Math.max(interval, LONGEST_INTERVAL)) * jitter;
  }

  private async round(): Promise<void> {
    this.running = true;
    const { starts } = this;
    const errors = await this.ask().catch((error: unknown) => [error]);
    this.running = false;
    if (starts === this.starts) this.note(errors);
    this.update();
  }

  /** @returns what went wrong */
  private async ask(): Promise<readonly unknown[]> {
    const now = this.clock.now() + TOGETHER;
    const { list, running, resting, focused } = this.targets();
    const slow = this.slowness(focused);
    const isDue = (last: number, interval: number): boolean => last + slow(interval) <= now;
    if (list && isDue(this.lastNewest, this.newestInterval)) {
      const read = await attempt(this.reader.readNewest());
      this.newestInterval = "error" in read ? LIST_INTERVAL : NEWEST_INTERVAL;
      this.lastNewest = this.clock.now();
      this.lastChanges = this.lastNewest;
      if ("error" in read) return [read.error];
    }
    const due = running.filter((id) => isDue(this.pace.last(id), this.pace.interval(id)));
    const asksChanges =
      (list && isDue(this.lastChanges, LIST_INTERVAL)) ||
      (resting && isDue(this.lastChanges, RESTING_INTERVAL)) ||
      due.length > MOST_BY_THEMSELVES;
    if (!asksChanges) return this.askFolders(due);
    const wanted = new Set(running);
    const told = await attempt(this.reader.readChanges((id) => wanted.has(id)));
    this.lastChanges = this.clock.now();
    if ("error" in told) return [told.error];
    if (!told.value) return this.askFolders(due);
    const unread = new Set(this.targets().unread);
    return this.askFolders(this.pace.shareOut(running, (id) => unread.has(id), this.lastChanges));
  }

  private async askFolders(ids: readonly string[]): Promise<readonly unknown[]> {
    if (ids.length === 0) return [];
    const errors = await this.reader.readFolders(ids);
    for (const id of ids) this.pace.asked(id, this.clock.now());
    return errors.filter((error) => !(error instanceof OzError && ABOUT_ONE_FOLDER.has(error.reason)));
  }

  private note(errors: readonly unknown[]): void {
    this.failures = errors.length > 0 ? this.failures + 1 : 0;
    this.jitter = errors.length > 0 ? 0.75 + this.random() / 2 : 1;
    const waits = errors.map((error) => (error instanceof OzError ? (error.retryAfter ?? 0) : 0));
    this.lastEnd = this.clock.now();
    this.waitUntil = this.lastEnd + Math.max(0, ...waits);
  }

  /** @returns milliseconds from the end of the last round to the next one at the least */
  private gap(): number {
    const gap = Math.min(SHORTEST_GAP * 2 ** this.failures, LONGEST_INTERVAL);
    return this.failures > 0 ? gap * this.jitter : gap;
  }
}

/** What some work has brought, or why it failed. */
type Outcome<T> = { readonly value: T } | { readonly error: unknown };

async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}
