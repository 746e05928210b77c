import type { Clock } from "../../base/clock";
import { OzError, type OzErrorReason } from "../../oz/http/ozError";
import { Backoff } from "./backoff";
import { PollIntervals } from "./pollIntervals";
import type { PollTargets } from "./pollTargets";

/** The part of `FolderReader` that the poller uses. All methods but `readFolders` reject with an `OzError`. */
export interface PolledReader {
  readNewest(): Promise<unknown>;
  /** @returns false if the server cannot list changes */
  readChanges(isWanted: (id: string) => boolean): Promise<boolean>;
  /** @returns the errors of folders that could not be read */
  readFolders(ids: readonly string[]): Promise<readonly unknown[]>;
}

/** Milliseconds between requests for changes while the list is visible. */
const LIST_INTERVAL = 5_000;

/** Milliseconds between requests for the newest folders: only these show what was removed, and the total. */
const NEWEST_INTERVAL = 60_000;

/** Milliseconds between requests for changes of watched folders that have ended. */
const RESTING_INTERVAL = 60_000;

/** Milliseconds: what is due within this time is requested in the same round. */
const ROUND_WINDOW = 200;

/** Milliseconds: a timer that fires this late means that the machine was asleep. */
const SLEEP_DELAY = 30_000;

/** Errors that concern one folder and do not mean that the server fails. */
const ABOUT_ONE_FOLDER: ReadonlySet<OzErrorReason> = new Set(["notFound", "forbidden", "badRequest"]);

/** Due folders that are requested one by one. More than this share one request, which lists all changes. */
const MAX_ONE_BY_ONE = 2;

/**
 * The one timer chain that polls what is on screen or watched and can still change. A round starts only when the
 * previous one has ended, and never earlier than `Backoff` allows.
 */
export class Poller {
  private readonly intervals = new PollIntervals();
  private readonly backoff: Backoff;
  private cancelTimer: (() => void) | undefined;
  private isPolling = false;
  private disposed = false;
  private lastNewest = -Infinity;
  private newestInterval = NEWEST_INTERVAL;
  private lastChanges = -Infinity;
  private wasListVisible = false;
  private key: string | undefined;
  /** Counts switches of the connection: a round that began before a switch says nothing about the new server. */
  private switches = 0;

  /** @param random returns a number from 0 up to 1, so that many windows do not poll in step */
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
    this.updateListVisible(targets);
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const due = this.due(targets);
    if (due === undefined || this.isPolling || this.disposed) return;
    const delay = Math.max(0, due - this.clock.now());
    this.cancelTimer = this.clock.after(delay, () => {
      if (this.clock.now() - due > SLEEP_DELAY && delay > 0) this.wake();
      void this.round();
    });
  }

  /** Returns changed folders to the shortest interval. */
  foldersChanged(ids: readonly string[]): void {
    for (const id of ids) this.intervals.restart(id);
  }

  /**
   * Polls another connection, starting at once. For the same one it only updates the targets: a failing server must not
   * be polled more often because this window or another has renewed the session.
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
    this.retryNow();
  }

  /** Polls what is due at once, whatever has failed before, because the user asked for it. */
  retryNow(): void {
    this.backoff.reset();
    this.update();
  }

  dispose(): void {
    this.disposed = true;
    this.cancelTimer?.();
  }

  /** A list that becomes visible does not wait for failures from while it was hidden. */
  private updateListVisible({ list }: PollTargets): void {
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
    this.isPolling = true;
    const { switches } = this;
    const errors = await this.poll().catch((error: unknown) => [error]);
    this.isPolling = false;
    if (switches === this.switches) this.backoff.roundEnded(errors, this.clock.now());
    this.update();
  }

  /** @returns the errors that count as failures of the server */
  private async poll(): Promise<readonly unknown[]> {
    const now = this.clock.now() + ROUND_WINDOW;
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
    const runningIds = new Set(running);
    const changes = await attempt(this.reader.readChanges((id) => runningIds.has(id)));
    this.lastChanges = this.clock.now();
    if ("error" in changes) return [changes.error];
    if (!changes.value) return this.pollFolders(due);
    const notLoaded = new Set(this.targets().notLoaded);
    return this.pollFolders(
      this.intervals.changesRequested(running, (id) => notLoaded.has(id), this.lastChanges),
    );
  }

  private async pollFolders(ids: readonly string[]): Promise<readonly unknown[]> {
    if (ids.length === 0) return [];
    const errors = await this.reader.readFolders(ids);
    for (const id of ids) this.intervals.folderRequested(id, this.clock.now());
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
