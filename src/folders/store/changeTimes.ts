import type { OzFolder } from "../../oz/model/folder";

/** Milliseconds that are always read again, as servers may store a change a little late. */
const OVERLAP = 10_000;

/** Milliseconds that are read again at most because changes came late. */
const MAX_LATENESS = 300_000;

/** Folders in a reply with nothing new from which on looking back so far costs too much. */
const MANY = 20;

/**
 * Knows since when the changes of a list may be unknown. All times are epoch milliseconds of the server's clock. The
 * latest change counts only up to the header `Date`: one folder with a time in the future would hide all changes until
 * then. Where several servers write times and their clocks differ, changes come late, and as much more is read again.
 */
export class ChangeTimes {
  private latest: number | undefined;
  private lateness = 0;
  private believesDate = true;
  /** Whether the next changes are read from so far back on purpose: they may be many, and none of the list. */
  private looksBack = false;
  /** Up to here, more folders have changed than can be listed; all were read again instead. */
  private readUpTo: number | undefined;

  /** Undefined before anything was read. */
  get since(): number | undefined {
    if (this.latest === undefined) return undefined;
    return Math.max(this.latest - OVERLAP - this.lateness, this.readUpTo ?? -Infinity);
  }

  /**
   * Reads changes back to a time, if nothing was read yet.
   * @param time epoch milliseconds of the server's clock
   */
  readBackTo(time: number): void {
    if (this.latest !== undefined) return;
    this.latest = time;
    this.looksBack = true;
  }

  /**
   * Records a page of the list. Only the first one tells: changes of other folders have been missed since.
   * @returns whether it is the first one
   */
  pageRead(folders: readonly OzFolder[]): boolean {
    if (this.latest !== undefined) return false;
    this.latest = this.latestOf(folders);
    return this.latest !== undefined;
  }

  /**
   * Records the changed folders, after `folderChanged` was told of each.
   * @param isNew whether any of them was not known yet; many known ones mean that it looks back too far, for example
   * because the server's `Date` is hours behind its other times
   */
  changesRead(folders: readonly OzFolder[], isNew: boolean): void {
    if (!isNew && folders.length >= MANY && !this.looksBack) {
      this.lateness = 0;
      this.believesDate = false;
    }
    this.looksBack = false;
    this.latest = this.latestOf(folders) ?? this.latest;
  }

  /** Records that a known folder has changed. */
  folderChanged({ updatedAt }: OzFolder): void {
    const late = (this.latest ?? -Infinity) - (updatedAt ?? Infinity);
    this.lateness = Math.min(Math.max(this.lateness, late), MAX_LATENESS);
  }

  /** Records the latest of so many changes that the list is read again instead. */
  tooMany({ updatedAt }: OzFolder): void {
    this.believesDate = false;
    if (updatedAt === undefined) return;
    this.latest = updatedAt;
    this.readUpTo = updatedAt + 1;
  }

  private latestOf(folders: readonly OzFolder[]): number | undefined {
    const times = folders.flatMap(({ updatedAt, receivedAt }) =>
      updatedAt === undefined
        ? []
        : Math.min(updatedAt, this.believesDate ? (receivedAt ?? Infinity) : Infinity),
    );
    return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
  }
}
