import { isDeepStrictEqual } from "node:util";
import type { OzFolder, FolderPage } from "../../oz/model/folder";
import { compareNewestFirst, countUpTo, insertionIndex } from "./newestFirst";

/** What one reply changed, by folder ID. */
export interface FolderChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether the list as a whole has changed: its total, its end, or whether it is loaded. */
  readonly list: boolean;
}

/**
 * The loaded folders of one connection. From the newest down to `lastListed` none is missing; older ones were loaded one by
 * one.
 */
export class ConnectionFolders {
  private readonly byId = new Map<string, OzFolder>();
  private readonly listed = new Set<string>();
  private readonly sorted: OzFolder[] = [];
  private last: OzFolder | undefined;
  private complete = false;
  private total: number | undefined;
  private latest: number | undefined;

  /** @param onDidChange called with all that one reply has changed */
  constructor(private readonly onDidChange: (changes: FolderChanges) => void) {}

  /** Whether a page was read. */
  get loaded(): boolean {
    return this.complete || this.last !== undefined;
  }

  /** How many folders the server has; undefined if it does not say. */
  get totalCount(): number | undefined {
    return this.total;
  }

  /** Whether the server has more folders than were listed. */
  get hasMore(): boolean {
    return this.loaded && !this.complete;
  }

  /** How many folders were read page by page: the offset of the next page on the server. */
  get listedCount(): number {
    return this.listed.size;
  }

  /** The oldest folder that was read page by page; the next page begins after it. */
  get lastListed(): OzFolder | undefined {
    return this.last;
  }

  /** The time of the latest known change, in epoch milliseconds of the server's clock; undefined before the first page. */
  get latestChange(): number | undefined {
    return this.latest;
  }

  /** The index in `all` before which no folder is missing: its length if the list is complete. */
  get gapIndex(): number {
    if (this.complete || !this.last) return this.sorted.length;
    return countUpTo(this.sorted, this.last);
  }

  /** Newest first. */
  get all(): readonly OzFolder[] {
    return this.sorted;
  }

  get(id: string): OzFolder | undefined {
    return this.byId.get(id);
  }

  /**
   * Adds one page of the list. A listed folder that is missing from where it belongs on the page is gone.
   * @param page newest first
   * @param after the folder before the page; undefined for the first page
   * @param limit how many folders were requested; if the reply has fewer, the list ends there
   */
  applyPage(page: FolderPage, after: OzFolder | undefined, limit: number): void {
    const last = page.folders.at(-1);
    const ended = page.folders.length + page.skipped < limit;
    const onPage = new Set(page.folders.map(({ id }) => id));
    const isConnected = after !== undefined || page.folders.some(({ id }) => this.listed.has(id));
    const begin = after ? insertionIndex(this.sorted, after) : 0;
    const end = ended || !last ? this.sorted.length : insertionIndex(this.sorted, last);
    const gone = this.sorted
      .slice(begin, end)
      .filter(({ id }) => this.listed.has(id) && !onPage.has(id) && id !== after?.id);
    this.change(() => {
      if (!isConnected) this.listed.clear();
      const isFurther = !this.last || (last !== undefined && compareNewestFirst(last, this.last) > 0);
      if (isFurther || !isConnected) this.last = last;
      this.complete = ended || (this.complete && isConnected);
      this.total = page.totalCount;
      for (const id of onPage) this.listed.add(id);
      this.latest ??= latestOf(page.folders);
      return this.merge(page.folders, gone);
    });
  }

  /**
   * Adds changed folders. Those not loaded are added only if they belong before the gap or are wanted.
   * @param isWanted whether a folder is wanted wherever it belongs
   */
  applyChanges(folders: readonly OzFolder[], isWanted: (id: string) => boolean): void {
    const arrived = folders.filter((folder) => !this.byId.has(folder.id) && this.isBeforeGap(folder));
    const others = folders.filter(({ id }) => this.byId.has(id) || isWanted(id));
    this.change(() => {
      for (const { id } of arrived) this.listed.add(id);
      if (this.total !== undefined) this.total += arrived.length;
      const latest = latestOf(folders);
      if (latest !== undefined) this.latest = Math.max(this.latest ?? latest, latest);
      return this.merge([...new Set([...arrived, ...others])], []);
    });
  }

  /** Adds folders that were read one by one, which says nothing about the list. */
  applyFolders(folders: readonly OzFolder[]): void {
    this.change(() => this.merge(folders, []));
  }

  /** Removes a folder that the server does not have. Reports it as removed even if it was not loaded. */
  applyGone(id: string): void {
    const known = this.byId.get(id);
    this.change(() => ({ ...this.merge([], known ? [known] : []), removed: [id] }));
  }

  /**
   * Removes older rows of the list, and folders that were loaded one by one.
   * @param rows how many of the newest folders stay
   * @param isKept whether an older folder stays, for example because it is watched
   */
  trim(rows: number, isKept: (id: string) => boolean): void {
    const cut = Math.min(rows, this.gapIndex);
    const older = this.sorted.slice(cut);
    this.change(() => {
      if (cut < this.gapIndex) {
        this.last = this.sorted[cut - 1];
        this.complete = false;
      }
      for (const { id } of older) this.listed.delete(id);
      const removed = older.filter(({ id }) => !isKept(id));
      return this.merge([], removed);
    });
  }

  private isBeforeGap(folder: OzFolder): boolean {
    return this.complete || (this.last !== undefined && compareNewestFirst(folder, this.last) < 0);
  }

  private change(make: () => Omit<FolderChanges, "list">): void {
    const before = [this.loaded, this.hasMore, this.total];
    const { added, changed, removed } = make();
    const list = !isDeepStrictEqual(before, [this.loaded, this.hasMore, this.total]);
    if (added.length + changed.length + removed.length > 0 || list)
      this.onDidChange({ added, changed, removed, list });
  }

  /** Keeps the object of a folder whose data has not changed. */
  private merge(folders: readonly OzFolder[], gone: readonly OzFolder[]): Omit<FolderChanges, "list"> {
    const added: string[] = [];
    const changed: string[] = [];
    for (const folder of folders) {
      const known = this.byId.get(folder.id);
      if (known && isDeepStrictEqual(known.json, folder.json)) continue;
      (known ? changed : added).push(folder.id);
      if (known) this.delete(known);
      this.byId.set(folder.id, folder);
      this.sorted.splice(insertionIndex(this.sorted, folder), 0, folder);
    }
    for (const folder of gone) {
      this.delete(folder);
      this.listed.delete(folder.id);
    }
    return { added, changed, removed: gone.map(({ id }) => id) };
  }

  private delete(folder: OzFolder): void {
    this.sorted.splice(insertionIndex(this.sorted, folder), 1);
    this.byId.delete(folder.id);
  }
}

function latestOf(folders: readonly OzFolder[]): number | undefined {
  const times = folders.flatMap(({ updatedAt }) => updatedAt ?? []);
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
}
