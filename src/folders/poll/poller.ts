import type { Clock } from "../../base/clock";
import { OzError, type OzErrorReason } from "../../oz/http/ozError";
import { Backoff } from "./backoff";
import { PollIntervals } from "./pollIntervals";
import type { PollTargets } from "./pollTargets";

/** What the poller needs of the reader. Every method but `readFolders` rejects with an `OzError`. */
export interface PolledReader {
  readNewest(): Promise<unknown>;
  /** @returns false when the server cannot list changes */
  readChanges(isWanted: (id: string) => boolean): Promise<boolean>;
  /** @returns the errors of folders that could not be read */
  readFolders(ids: readonly string[]): Promise<readonly unknown[]>;
}

/** Milliseconds. */
const LIST_INTERVAL = 5_000;
/** The list itself is read this often: only that shows which folders are gone, and how many there are. */
const NEWEST_INTERVAL = 60_000;
const RESTING_INTERVAL = 60_000;
/** What is due within this time is requested together. */
const TOGETHER = 200;
/** A timer that fires this late means that the machine slept. */
const SLEPT = 30_000;
/** A folder that is gone or hidden does not mean that the server fails. */
const ABOUT_ONE_FOLDER: ReadonlySet<OzErrorReason> = new Set(["notFound", "forbidden", "badRequest"]);
/** More running folders than this share one request, which lists all changes. */
const MAX_ONE_BY_ONE = 2;

/**
 * The one timer chain that polls what is on screen or watched and can still change. A round starts only when the
 * previous one has ended, and never earlier than `Backoff` allows.
 */
export class Poller {
  private readonly intervals = new PollIntervals();
  private readonly backoff: Backoff;
  private cancelTimer: (() => void) | undefined;
  private running = false;
  private disposed = false;
  private lastNewest = -Infinity;
  private newestInterval = NEWEST_INTERVAL;
  private lastChanges = -Infinity;
  private wasListVisible = false;
  private key: string | undefined;
  /** Counts switches of the connection: a round that began before one says nothing about the next. */
  private switches = 0;

  /** @param random a number from 0 up to 1, so that many windows do not poll in step */
  constructor(
    private readonly reader: PolledReader,
    private readonly targets: () => PollTargets,
    private readonly clock: Clock,
    random: () => number,
  ) {
    this.backoff = new Backoff(random);
  }

  /** Must be called when the targets may have changed. */
  update(): void {
    const targets = this.targets();
    this.noteListVisible(targets);
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

  /** Polls folders that have changed often again. */
  foldersChanged(ids: readonly string[]): void {
    for (const id of ids) this.intervals.restart(id);
  }

  /**
   * Polls another connection, at once. Does nothing for the same one: a server that fails must not be polled more often
   * because this window or another has renewed the session.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    if (key === this.key) {
      this.update();
      return;
    }
    this.key = key;
    this.switches++;
    this.intervals.clear();
    this.lastNewest = -Infinity;
    this.lastChanges = -Infinity;
    this.forgetFailures();
  }

  /** Polls at once what is due, whatever failed before: the user asked for it. */
  forgetFailures(): void {
    this.backoff.reset();
    this.update();
  }

  dispose(): void {
    this.disposed = true;
    this.cancelTimer?.();
  }

  /** A list that becomes visible does not wait because of failures while it was hidden. */
  private noteListVisible({ list }: PollTargets): void {
    if (list && !this.wasListVisible) this.backoff.forgetFailures();
    this.wasListVisible = list;
  }

  private wake(): void {
    this.backoff.reset();
    this.intervals.restartAll();
  }

  /** @returns when the next round is due, in epoch milliseconds; undefined if there is nothing to poll */
  private due({ list, running, resting, focused }: PollTargets): number | undefined {
    const slow = (interval: number): number => this.backoff.slow(interval, focused);
    const dues = [
      ...(list ? [this.lastNewest + slow(this.newestInterval), this.lastChanges + slow(LIST_INTERVAL)] : []),
      ...(resting ? [this.lastChanges + slow(RESTING_INTERVAL)] : []),
      ...running.map((id) => this.intervals.last(id) + slow(this.intervals.interval(id))),
    ];
    if (dues.length === 0) return undefined;
    const earliest = dues.reduce((a, b) => Math.min(a, b));
    return Math.max(earliest, this.backoff.earliest);
  }

  private async round(): Promise<void> {
    this.running = true;
    const { switches } = this;
    const errors = await this.poll().catch((error: unknown) => [error]);
    this.running = false;
    if (switches === this.switches) this.backoff.roundEnded(errors, this.clock.now());
    this.update();
  }

  /** @returns the errors that count as failures of the server */
  private async poll(): Promise<readonly unknown[]> {
    const now = this.clock.now() + TOGETHER;
    const { list, running, resting, focused } = this.targets();
    const isDue = (last: number, interval: number): boolean =>
      last + this.backoff.slow(interval, focused) <= now;
    if (list && isDue(this.lastNewest, this.newestInterval)) {
      const read = await attempt(this.reader.readNewest());
      this.newestInterval = "error" in read ? LIST_INTERVAL : NEWEST_INTERVAL;
      this.lastNewest = this.clock.now();
      this.lastChanges = this.lastNewest;
      if ("error" in read) return [read.error];
    }
    const due = running.filter((id) => isDue(this.intervals.last(id), this.intervals.interval(id)));
    const needsChanges =
      (list && isDue(this.lastChanges, LIST_INTERVAL)) ||
      (resting && isDue(this.lastChanges, RESTING_INTERVAL)) ||
      due.length > MAX_ONE_BY_ONE;
    if (!needsChanges) return this.pollFolders(due);
    const wanted = new Set(running);
    const changes = await attempt(this.reader.readChanges((id) => wanted.has(id)));
    this.lastChanges = this.clock.now();
    if ("error" in changes) return [changes.error];
    if (!changes.value) return this.pollFolders(due);
    const unread = new Set(this.targets().unread);
    return this.pollFolders(this.intervals.allAsked(running, (id) => unread.has(id), this.lastChanges));
  }

  private async pollFolders(ids: readonly string[]): Promise<readonly unknown[]> {
    if (ids.length === 0) return [];
    const errors = await this.reader.readFolders(ids);
    for (const id of ids) this.intervals.asked(id, this.clock.now());
    return errors.filter((error) => !(error instanceof OzError && ABOUT_ONE_FOLDER.has(error.reason)));
  }
}

/** A value, or why there is none. */
type Outcome<T> = { readonly value: T } | { readonly error: unknown };

async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (error) {
    return { error };
  }
}
