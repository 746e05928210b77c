import { Emitter } from "../../base/emitter";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderPage } from "../../oz/model/page";
import { FolderShelf, type FolderChanges } from "./folderShelf";

export type { FolderChanges } from "./folderShelf";

/** Connections whose folders are kept beside the shown one, so that switching back shows them at once. */
const MOST_SHELVES = 3;

/**
 * What is known of folders: the one source that every view reads. It holds a shelf for each connection and shows one
 * of them; the newest folders down to `lastReached` are there without a gap, older ones because somebody looked them
 * up.
 */
export class FolderStore {
  private readonly shelves = new Map<string, FolderShelf>();
  private readonly changes = new Emitter<FolderChanges>();
  private key: string | undefined;
  private shelf = new FolderShelf();

  /** Fires when a reply changed something, with all that it changed; with everything when another shelf is shown. */
  readonly onDidChange = this.changes.event;

  /** Whether a first page was read. */
  get loaded(): boolean {
    return this.shelf.loaded;
  }

  /** How many folders the server has; undefined where it does not say. */
  get totalCount(): number | undefined {
    return this.shelf.totalCount;
  }

  /** Whether the server has more folders than were read without a gap. */
  get hasMore(): boolean {
    return this.shelf.hasMore;
  }

  /** How many folders of the list were read without a gap: where the next page begins on the server. */
  get listedCount(): number {
    return this.shelf.listedCount;
  }

  /** How many folders of `list()` stand before the gap, if there is one, behind which others were looked up. */
  get reachIndex(): number {
    return this.shelf.reachIndex;
  }

  /** The oldest folder that was read without a gap, behind which the next page begins. */
  get lastReached(): OzFolder | undefined {
    return this.shelf.lastReached;
  }

  /** Up to when changes are known, in epoch milliseconds of the server's clock; undefined before the first page. */
  get latestChange(): number | undefined {
    return this.shelf.latestChange;
  }

  get(id: string): OzFolder | undefined {
    return this.shelf.get(id);
  }

  /** All known folders, newest first. */
  list(): readonly OzFolder[] {
    return this.shelf.list;
  }

  /**
   * Shows the folders of another connection.
   * @param key tells the folders of one connection from those of others; undefined for none
   */
  show(key: string | undefined): void {
    if (key === this.key) return;
    const removed = ids(this.shelf.list);
    const wasLoaded = this.loaded;
    this.key = key;
    const known = key === undefined ? undefined : this.shelves.get(key);
    this.shelf = known ?? new FolderShelf();
    if (key !== undefined) {
      this.shelves.delete(key);
      this.shelves.set(key, this.shelf);
    }
    const [oldest] = this.shelves.keys();
    if (oldest !== undefined && this.shelves.size > MOST_SHELVES) this.shelves.delete(oldest);
    this.fire({ added: ids(this.shelf.list), changed: [], removed, list: wasLoaded || this.loaded });
  }

  /** Forgets the folders of all connections but these; the shown one is to be among them. */
  keepOnly(keys: readonly string[]): void {
    for (const key of this.shelves.keys()) if (!keys.includes(key)) this.shelves.delete(key);
  }

  /**
   * Takes in one page of the list, newest first. A listed folder that should stand on it and does not is gone.
   * @param after the folder behind which the page begins; undefined for the head of the list
   * @param limit how many folders were asked for; fewer in the reply mean that the list ends there
   */
  applyPage(page: FolderPage, after: OzFolder | undefined, limit: number): void {
    this.fire(this.shelf.applyPage(page, after, limit));
  }

  /**
   * Takes in folders that have changed. Those that are not known belong to the list where they stand before its end.
   * @param isWanted whether somebody wants a folder by itself
   */
  applyChanges(folders: readonly OzFolder[], isWanted: (id: string) => boolean): void {
    this.fire(this.shelf.applyChanges(folders, isWanted));
  }

  /** Takes in folders that were read by themselves: they tell nothing about others. */
  applyFolders(folders: readonly OzFolder[]): void {
    this.fire(this.shelf.applyFolders(folders));
  }

  /** The server says that there is no such folder, known until now or not. */
  applyGone(id: string): void {
    this.fire(this.shelf.applyGone(id));
  }

  /**
   * Forgets what nobody looks at: the rows of the list behind the first ones, and looked-up folders.
   * @param rows how many of the newest stay
   * @param isKept whether a folder stays wherever it stands, because it is watched or open
   */
  trim(rows: number, isKept: (id: string) => boolean): void {
    this.fire(this.shelf.trim(rows, isKept));
  }

  private fire(changes: FolderChanges): void {
    const { added, changed, removed, list } = changes;
    if (added.length + changed.length + removed.length > 0 || list) this.changes.fire(changes);
  }
}

function ids(folders: readonly OzFolder[]): readonly string[] {
  return folders.map(({ id }) => id);
}
