import { MAX_ASKED_FOLDERS } from "../../base/limits";
import { Backoff } from "./backoff";

/** Milliseconds between requests of a running folder: short at first, longer while nothing changes. */
const FIRST_INTERVAL = 1_000;
const MAX_INTERVAL = 15_000;
const GROWTH = 1.5;

/** Milliseconds between requests for what rests: ended folders, and folders that the server refuses to show. */
export const RESTING_INTERVAL = 60_000;

/** Milliseconds between requests for changes while new folders are waited for, which the watched folders share. */
export const WAIT_INTERVAL = 7_000;

/** Milliseconds meanwhile from one request for a single watched folder to the next, whichever of them it is for. */
export const WAIT_ALONE_PAUSE = 30_000;

/** Doubted folders that are requested on their own in a round. */
const MAX_DOUBTED = 4;

/** How a request for one folder went. "refused": the server answered that it would not show it, and would again. */
export type FolderOutcome = "done" | "failed" | "refused";

/** How often one folder is polled. Times are in milliseconds of `Clock.elapsed`. */
interface Pace {
  readonly backoff: Backoff;
  interval: number;
  /** When it was last requested on its own, not only with the list of changes. */
  requestedAt: number;
  /** Whether it has failed, and another one that had failed was answered since: then it may be, too. */
  mayBeAnswered: boolean;
}

/** How often each running folder is polled. One that fails is polled more rarely, and slows no other. */
export class PollIntervals {
  private readonly paces = new Map<string, Pace>();

  /** When one of those that neither fail nor are doubted was last chosen to be requested on its own. */
  private settledAt = -Infinity;

  /** @param random returns a number from 0 up to 1 */
  constructor(private readonly random: () => number) {}

  due(id: string, focused: boolean): number {
    const { backoff, interval, mayBeAnswered } = this.pace(id);
    return mayBeAnswered ? backoff.last + FIRST_INTERVAL : backoff.due(interval, focused);
  }

  /** Records that a folder was requested on its own. */
  folderRequested(id: string, outcome: FolderOutcome, now: number): void {
    const pace = this.pace(id);
    if (outcome === "done" && isFailing(pace))
      for (const other of this.paces.values()) other.mayBeAnswered = isFailing(other);
    pace.mayBeAnswered = false;
    if (outcome === "refused") pace.interval = RESTING_INTERVAL;
    else pace.interval = pace.interval === RESTING_INTERVAL ? FIRST_INTERVAL : longer(pace.interval);
    pace.requestedAt = now;
    pace.backoff.ended(outcome === "failed", now);
  }

  /** Forgets folders that are no longer polled, once there are very many. */
  keepOnly(ids: Iterable<string>): void {
    if (this.paces.size <= MAX_ASKED_FOLDERS) return;
    const kept = new Set(ids);
    for (const id of this.paces.keys()) if (!kept.has(id)) this.paces.delete(id);
  }

  /** Returns a folder to the shortest interval, as one that has changed may soon change again. */
  restart(id: string): void {
    const pace = this.paces.get(id);
    if (!pace) return;
    pace.interval = FIRST_INTERVAL;
    pace.backoff.forgetFailures();
  }

  /** Polls folders that failed or were refused as if they had not. */
  forgetFailures(): void {
    for (const pace of this.paces.values()) {
      pace.backoff.forgetFailures();
      if (pace.interval === RESTING_INTERVAL) pace.interval = FIRST_INTERVAL;
    }
  }

  restartAll(): void {
    for (const id of this.paces.keys()) this.restart(id);
  }

  /**
   * Records that one request has listed the changes of all folders.
   * @param isNotLoaded whether a folder is not loaded yet
   * @param isDoubted whether only a folder's own reply tells what is true of it
   * @param pause milliseconds from one of the others to the next one
   * @returns the folders to request on their own as well: those not loaded; a few of the doubted ones; one of the others at
   * a time, because a server may not count every change of an analysis as a change of its folder; and one of those that
   * failed at a time, but all of them once one is answered
   */
  changesRequested(
    ids: readonly string[],
    isNotLoaded: (id: string) => boolean,
    isDoubted: (id: string) => boolean,
    now: number,
    pause = 0,
  ): readonly string[] {
    // A folder that could not be read waits like the others.
    const isNew = (id: string): boolean => isNotLoaded(id) && this.pace(id).backoff.last === -Infinity;
    const notLoaded = ids.filter(isNew);
    const known = ids.filter((id) => !isNew(id));
    for (const id of known) {
      const pace = this.pace(id);
      pace.interval = longer(pace.interval);
      pace.backoff.covered(now);
    }
    const [failing, others] = partition(known, (id) => isFailing(this.pace(id)));
    const [again, waiting] = partition(failing, (id) => this.pace(id).mayBeAnswered);
    const [doubted, settled] = partition(others, isDoubted);
    const settledOne = now < this.settledAt + pause ? [] : this.dueAloneFirst(settled, 1, now);
    if (settledOne.length > 0) this.settledAt = now;
    return [
      ...notLoaded,
      ...again,
      ...this.dueAloneFirst(waiting, 1, now),
      ...this.dueAloneFirst(doubted, MAX_DOUBTED, now),
      ...settledOne,
    ];
  }

  /** @returns the folders in the order in which they were last requested on their own, never requested ones first */
  longestAgoFirst(ids: readonly string[]): readonly string[] {
    return [...ids].sort((a, b) => this.pace(a).requestedAt - this.pace(b).requestedAt);
  }

  /** @returns so many of those that are due at most, those that were not requested on their own for longest */
  private dueAloneFirst(ids: readonly string[], count: number, now: number): readonly string[] {
    return this.longestAgoFirst(ids.filter((id) => this.dueAlone(id) <= now)).slice(0, count);
  }

  /** When a folder may be requested on its own although the changes are: more rarely if it fails or is refused. */
  private dueAlone(id: string): number {
    const { requestedAt, backoff, interval } = this.pace(id);
    return (
      requestedAt + Math.max(MAX_INTERVAL, backoff.failures > 0 ? backoff.slow(interval, true) : interval)
    );
  }

  private pace(id: string): Pace {
    const known = this.paces.get(id);
    if (known) return known;
    const pace = {
      backoff: new Backoff(this.random),
      interval: FIRST_INTERVAL,
      requestedAt: -Infinity,
      mayBeAnswered: false,
    };
    this.paces.set(id, pace);
    return pace;
  }
}

function isFailing({ backoff, interval }: Pace): boolean {
  return backoff.failures > 0 || interval === RESTING_INTERVAL;
}

/** A folder that rests goes on resting. */
function longer(interval: number): number {
  return interval === RESTING_INTERVAL ? interval : Math.min(interval * GROWTH, MAX_INTERVAL);
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
