import { isDeepStrictEqual } from "node:util";
import type { OzFolder } from "../oz/folder";
import type { FolderPage } from "../oz/page";
import { Emitter } from "./emitter";
import { compareNewestFirst } from "./newestFirst";

/** What one reply changed, by folder id. */
export interface FolderChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether the list as a whole is another: its total, where it ends, or that it was read at all. */
  readonly list: boolean;
}

/**
 * What is known of the folders of one server: the one source that every view reads. The newest folders down to
 * `reach` are there without a gap; older ones are there because somebody looked them up.
 */
export class FolderStore {
  private readonly folders = new Map<string, OzFolder>();
  private readonly listed = new Set<string>();
  private readonly changes = new Emitter<FolderChanges>();
  private sorted: readonly OzFolder[] | undefined;
  private reach: OzFolder | undefined;
  private total: number | undefined;
  private complete = false;

  readonly onDidChange = this.changes.event;

  /** Whether a first page was read. */
  get loaded(): boolean {
    return this.complete || this.reach !== undefined;
  }

  /** How many folders the server has; undefined where it does not say. */
  get totalCount(): number | undefined {
    return this.total;
  }

  /** Whether the server has more folders than were read without a gap. */
  get hasMore(): boolean {
    return this.loaded && !this.complete;
  }

  get(id: string): OzFolder | undefined {
    return this.folders.get(id);
  }

  /** All known folders, newest first. */
  list(): readonly OzFolder[] {
    this.sorted ??= [...this.folders.values()].sort(compareNewestFirst);
    return this.sorted;
  }

  /** How many folders of the list were read without a gap: where the next page begins on the server. */
  get listedCount(): number {
    return this.listed.size;
  }

  /** How many folders of `list()` stand before the gap, if there is one, behind which others were looked up. */
  get reachIndex(): number {
    const { reach } = this;
    if (this.complete || !reach) return this.folders.size;
    const beyond = this.list().findIndex((folder) => compareNewestFirst(folder, reach) > 0);
    return beyond === -1 ? this.folders.size : beyond;
  }

  /** The oldest folder that was read without a gap, behind which the next page begins. */
  get lastReached(): OzFolder | undefined {
    return this.reach;
  }

  /**
   * Takes in one page of the list, newest first. A listed folder that should stand on it and does not is gone.
   * @param after the folder behind which the page begins; undefined for the head of the list
   * @param limit how many folders were asked for; fewer in the reply mean that the list ends there
   */
  applyPage(page: FolderPage, after: OzFolder | undefined, limit: number): void {
    const before = [this.loaded, this.hasMore, this.total];
    const last = page.folders.at(-1);
    const ended = page.folders.length + page.skipped < limit;
    const onPage = new Set(page.folders.map(({ id }) => id));
    const connected = after !== undefined || page.folders.some(({ id }) => this.listed.has(id));
    const gone = this.list().filter(
      (folder) =>
        this.listed.has(folder.id) &&
        !onPage.has(folder.id) &&
        (after === undefined || compareNewestFirst(folder, after) > 0) &&
        (ended || (last !== undefined && compareNewestFirst(folder, last) < 0)),
    );
    if (!connected) this.listed.clear();
    const further = !this.reach || (last !== undefined && compareNewestFirst(last, this.reach) > 0);
    if (further || !connected) this.reach = last;
    this.complete = ended || (this.complete && connected);
    this.total = page.totalCount;
    for (const id of onPage) this.listed.add(id);
    this.merge(page.folders, ids(gone), !isDeepStrictEqual(before, [this.loaded, this.hasMore, this.total]));
  }

  /** Takes in one folder that was read by itself. */
  applyFolder(folder: OzFolder): void {
    this.merge([folder], [], false);
  }

  /** The server says that there is no such folder, known until now or not. */
  applyGone(id: string): void {
    this.merge([], [id], false);
  }

  /** Forgets everything, as for another server. */
  clear(): void {
    const wasLoaded = this.loaded;
    const removed = [...this.folders.keys()];
    this.reach = undefined;
    this.total = undefined;
    this.complete = false;
    this.merge([], removed, wasLoaded);
  }

  /** Equal data keeps the object that is there and fires nothing. */
  private merge(folders: readonly OzFolder[], removed: readonly string[], list: boolean): void {
    const added: string[] = [];
    const changed: string[] = [];
    for (const folder of folders) {
      const known = this.folders.get(folder.id);
      if (known && isDeepStrictEqual(known.json, folder.json)) continue;
      (known ? changed : added).push(folder.id);
      this.folders.set(folder.id, folder);
    }
    for (const id of removed) {
      this.folders.delete(id);
      this.listed.delete(id);
    }
    if (added.length + changed.length + removed.length === 0 && !list) return;
    this.sorted = undefined;
    this.changes.fire({ added, changed, removed, list });
  }
}

function ids(folders: readonly OzFolder[]): readonly string[] {
  return folders.map(({ id }) => id);
}
