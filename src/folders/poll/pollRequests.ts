import type { Clock } from "../../base/clock";
import { MAX_CHANGED_ROWS } from "../../base/limits";
import { isAboutServer, OzError, type OzErrorReason } from "../../oz/http/ozError";
import { Backoff } from "./backoff";
import {
  PollIntervals,
  RESTING_INTERVAL,
  WAIT_ALONE_PAUSE,
  WAIT_INTERVAL,
  type FolderOutcome,
} from "./pollIntervals";
import type { PollTargets } from "./pollTargets";

/** The part of `FolderReader` that polling uses. All methods but `readFolders` reject with an `OzError`. */
export interface PolledReader {
  /** Until when the server has asked not to be sent requests, in milliseconds of `Clock.elapsed`; `-Infinity` if not. */
  readonly waitUntil: number;
  /** Whether the last request for the list failed, whoever sent it. */
  readonly listFails: boolean;
  /** How many folders the last `readChanges` has read. */
  readonly changedCount: number;
  readNewest(): Promise<unknown>;
  /** @returns false if the server cannot list changes */
  readChanges(isWanted: (id: string) => boolean): Promise<boolean>;
  /** @returns the errors of folders that could not be read, by ID */
  readFolders(ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** Milliseconds between requests for changes while the list is visible. */
const LIST_INTERVAL = 5_000;

/** Milliseconds between requests for the newest folders: only these show what was removed, and the total. */
const NEWEST_INTERVAL = 60_000;

/** The request for changes may take a twentieth of the time: servers without an index for it read all folders. */
const CHANGES_PAUSE = 19;

/** Due folders that are requested one by one. More than this share one request, which lists all changes. */
const MAX_ONE_BY_ONE = 2;

/** Folders that are requested by themselves at first when their changes cannot be listed. */
const BATCH = 4;

/** What the server says about one folder: it answers, so it does not fail. */
const REFUSALS: ReadonlySet<OzErrorReason> = new Set(["forbidden", "badRequest"]);

/** How a request went. */
interface Reply {
  /** Whether the server answered as it should. */
  readonly ok: boolean;
  /** Whether no other request would be answered now. */
  readonly stops: boolean;
}

/**
 * The requests of one connection, and when each is due. The newest page, the changes and each folder back off by
 * themselves, so that one of them may fail while the others go on.
 */
export class PollRequests {
  private readonly intervals: PollIntervals;
  private readonly newest: Backoff;
  private readonly changes: Backoff;
  private readonly resting: Backoff;
  /** Milliseconds from the end of the last request for changes to the next one at least. */
  private changesPause = 0;
  /** Whether the newest page was read since a request for changes failed: the server works. */
  private isNewestRead = false;

  /** @param random returns a number from 0 up to 1, so that many windows do not poll in step */
  constructor(
    private readonly reader: PolledReader,
    private readonly clock: Pick<Clock, "elapsed">,
    random: () => number,
  ) {
    this.intervals = new PollIntervals(random);
    this.newest = new Backoff(random);
    this.changes = new Backoff(random);
    this.resting = new Backoff(random);
  }

  /** @returns when the next request is due, in milliseconds of `Clock.elapsed`; undefined if there is nothing to poll */
  due(targets: PollTargets): number | undefined {
    const { list, awaitsNew, running, resting, focused } = targets;
    const dues = [
      ...(awaitsNew ? [this.changes.due(this.waitInterval, focused)] : []),
      ...(list
        ? [this.newest.due(this.newestInterval, focused), this.changes.due(this.listInterval, focused)]
        : []),
      ...(resting.length > 0
        ? [this.changes.due(RESTING_INTERVAL, focused), this.resting.due(RESTING_INTERVAL, focused)]
        : []),
      ...running.map((id) => this.folderDue(id, targets)),
    ];
    return dues.length === 0 ? undefined : dues.reduce((a, b) => Math.min(a, b));
  }

  /**
   * Sends the requests that are due, one after the other, until one shows that no other would be answered.
   * @param until milliseconds of `Clock.elapsed`
   * @returns whether any was answered as it should be; undefined if none was sent
   */
  async send(targets: () => PollTargets, until: number): Promise<boolean | undefined> {
    const replies: Reply[] = [];
    for await (const reply of this.replies(targets, until)) {
      replies.push(reply);
      if (reply.stops) break;
    }
    return replies.length === 0 ? undefined : replies.some(({ ok }) => ok);
  }

  /** Returns changed folders to the shortest interval. */
  foldersChanged(ids: readonly string[]): void {
    for (const id of ids) this.intervals.restart(id);
  }

  /** Polls as if nothing had failed. */
  forgetFailures(): void {
    this.newest.forgetFailures();
    this.changes.forgetFailures();
    this.intervals.forgetFailures();
  }

  /** Polls everything at once, as if nothing had been read. */
  restart(): void {
    this.newest.reset();
    this.changes.reset();
    this.resting.reset();
    this.intervals.restartAll();
  }

  private async *replies(targets: () => PollTargets, until: number): AsyncGenerator<Reply> {
    const now = targets();
    const { list, awaitsNew, running, resting, focused } = now;
    this.intervals.keepOnly([...running, ...resting]);
    const isDue = (backoff: Backoff, interval: number): boolean => backoff.due(interval, focused) <= until;
    if (list && isDue(this.newest, this.newestInterval)) {
      const read = await this.attempt(this.newest, this.reader.readNewest());
      const reply = replyOf(read);
      this.isNewestRead = reply.ok;
      // The newest page shows the latest changes, or that they would not be answered either. It says nothing about a request
      // for changes that failed.
      if (reply.ok && this.changes.failures === 0 && this.changesPause <= LIST_INTERVAL)
        this.changes.covered(this.clock.elapsed());
      if (reply.stops) this.changes.ended(true, this.clock.elapsed());
      // A server that does not even send the newest page is not slow at finding changes.
      if (!reply.ok) this.changesPause = 0;
      yield reply;
    }
    const due = running.filter((id) => this.folderDue(id, now) <= until);
    const needsChanges =
      (list && isDue(this.changes, this.listInterval)) ||
      (awaitsNew && isDue(this.changes, this.waitInterval)) ||
      (resting.length > 0 && isDue(this.changes, RESTING_INTERVAL)) ||
      due.length > MAX_ONE_BY_ONE;
    // By itself too, because the changes do not show what is gone, and not each server counts every change.
    const isResting = resting.length > 0 && isDue(this.resting, RESTING_INTERVAL);
    if (isResting) this.resting.covered(this.clock.elapsed());
    const alone = isResting ? this.intervals.longestAgoFirst(resting).slice(0, 1) : [];
    if (!needsChanges) {
      yield* this.askFolders([...alone, ...due]);
      return;
    }
    const read = await this.readChanges(running);
    yield replyOf(read);
    if ("error" in read) yield* this.askSome([...alone, ...due]);
    else if (!read.value) yield* this.askFolders([...alone, ...due]);
    else {
      const { notLoaded, doubted } = targets();
      const isIn = (ids: readonly string[]): ((id: string) => boolean) => {
        const all = new Set(ids);
        return (id) => all.has(id);
      };
      const others = this.intervals.changesRequested(
        running,
        isIn(notLoaded),
        isIn(doubted),
        this.changes.last,
        awaitsNew ? WAIT_ALONE_PAUSE : 0,
      );
      yield* this.askFolders([...alone, ...others]);
    }
  }

  private async readChanges(running: readonly string[]): Promise<Attempt<boolean>> {
    const startedAt = this.clock.elapsed();
    const wanted = new Set(running);
    const read = await this.attempt(
      this.changes,
      this.reader.readChanges((id) => wanted.has(id)),
    );
    const took = this.clock.elapsed() - startedAt;
    const hasFailed = "error" in read;
    // One that fails may have met an outage. A slow server fails again, and sends the newest page meanwhile.
    const isOutage = hasFailed && (this.changes.failures === 1 || !this.isNewestRead);
    if (hasFailed) this.isNewestRead = false;
    this.changesPause = isOutage ? 0 : took * CHANGES_PAUSE;
    return read;
  }

  /** A list that has failed is read again soon, or its failure would stay on screen. */
  private get newestInterval(): number {
    return this.reader.listFails ? LIST_INTERVAL : NEWEST_INTERVAL;
  }

  private get listInterval(): number {
    return Math.max(LIST_INTERVAL, this.changesPause);
  }

  /** As much longer as the changes need pages, so that many that arrive cost no more requests. */
  private get waitInterval(): number {
    const pages = Math.max(1, Math.ceil(this.reader.changedCount / MAX_CHANGED_ROWS));
    return Math.max(WAIT_INTERVAL * pages, this.changesPause);
  }

  /**
   * Many folders wait for the changes that they share, so that a failing server is not asked for each of them.
   * So do all that are loaded while new ones are waited for, however many arrive.
   */
  private folderDue(id: string, { awaitsNew, running, notLoaded, focused }: PollTargets): number {
    const due = this.intervals.due(id, focused);
    if (awaitsNew && (due > -Infinity || !notLoaded.includes(id)))
      return Math.max(due, this.changes.due(this.waitInterval, focused));
    if (running.length <= MAX_ONE_BY_ONE) return due;
    const { failures, last } = this.changes;
    return Math.max(due, failures > 0 ? this.changes.due(LIST_INTERVAL, focused) : last + this.changesPause);
  }

  /** Asks for a few folders, and for more the longer changes cannot be listed, while any of them is answered. */
  private async *askSome(ids: readonly string[]): AsyncGenerator<Reply> {
    const most = Math.min(ids.length, BATCH * 2 ** (this.changes.failures - 1));
    const chosen = this.intervals.longestAgoFirst(ids).slice(0, most);
    for (let begin = 0; begin < chosen.length; begin += BATCH) {
      let isAnswered = false;
      for await (const reply of this.askFolders(chosen.slice(begin, begin + BATCH))) {
        isAnswered ||= reply.ok;
        yield reply;
      }
      if (!isAnswered) return;
    }
  }

  private async *askFolders(ids: readonly string[]): AsyncGenerator<Reply> {
    if (ids.length === 0) return;
    const errors = await this.reader.readFolders(ids);
    const now = this.clock.elapsed();
    for (const id of ids) this.intervals.folderRequested(id, folderOutcome(errors.get(id)), now);
    for (const id of ids) {
      const error = errors.get(id);
      yield { ok: error === undefined || isAnswer(error), stops: stops(error) };
    }
  }

  private async attempt<T>(backoff: Backoff, work: Promise<T>): Promise<Attempt<T>> {
    const read = await work.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    backoff.ended("error" in read, this.clock.elapsed());
    return read;
  }
}

/** A value, or why there is none. */
type Attempt<T> = { readonly value: T } | { readonly error: unknown };

function replyOf(read: Attempt<unknown>): Reply {
  return "error" in read ? { ok: false, stops: stops(read.error) } : { ok: true, stops: false };
}

/** @returns how the request for one folder went; a failure of the server is none of the folder's */
function folderOutcome(error: unknown): FolderOutcome {
  if (!(error instanceof OzError)) return error === undefined ? "done" : "failed";
  if (REFUSALS.has(error.reason)) return "refused";
  return error.reason === "notFound" || stops(error) ? "done" : "failed";
}

/** @returns whether a server that is well may answer with this error when it is asked for a folder */
function isAnswer(error: unknown): boolean {
  return error instanceof OzError && (error.reason === "notFound" || REFUSALS.has(error.reason));
}

function stops(error: unknown): boolean {
  return error instanceof OzError && (error.reason === "cancelled" || isAboutServer(error));
}
