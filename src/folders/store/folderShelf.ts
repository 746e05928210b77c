import { isDeepStrictEqual } from "node:util";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderPage } from "../../oz/model/page";
import { compareNewestFirst, countTo, placeOf } from "./newestFirst";

/** What one reply changed, by folder id. */
export interface FolderChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether the list as a whole is another: its total, where it ends, or that it was read at all. */
  readonly list: boolean;
}

/**
 * What is known of the folders of one connection. The newest ones down to `reach` are there without a gap; older ones
 * are there because somebody looked them up.
 */
export class FolderShelf {
  private readonly folders = new Map<string, OzFolder>();
  private readonly listed = new Set<string>();
  /** Newest first. */
  private readonly order: OzFolder[] = [];
  private reach: OzFolder | undefined;
  private complete = false;
  private total: number | undefined;
  private latest: number | undefined;

  get loaded(): boolean {
    return this.complete || this.reach !== undefined;
  }

  get totalCount(): number | undefined {
    return this.total;
  }

  get hasMore(): boolean {
    return this.loaded && !this.complete;
  }

  get listedCount(): number {
    return this.listed.size;
  }

  get lastReached(): OzFolder | undefined {
    return this.reach;
  }

  get latestChange(): number | undefined {
    return this.latest;
  }

  get list(): readonly OzFolder[] {
    return this.order;
  }

  get reachIndex(): number {
    if (this.complete || !this.reach) return this.order.length;
    return countTo(this.order, this.reach);
  }

  get(id: string): OzFolder | undefined {
    return this.folders.get(id);
  }

  /** See `FolderStore.applyPage`. */
  applyPage(page: FolderPage, after: OzFolder | undefined, limit: number): FolderChanges {
    const last = page.folders.at(-1);
    const ended = page.folders.length + page.skipped < limit;
    const onPage = new Set(page.folders.map(({ id }) => id));
    const connected = after !== undefined || page.folders.some(({ id }) => this.listed.has(id));
    const begin = after ? placeOf(this.order, after) : 0;
    const end = ended || !last ? this.order.length : placeOf(this.order, last);
    const gone = this.order
      .slice(begin, end)
      .filter(({ id }) => this.listed.has(id) && !onPage.has(id) && id !== after?.id);
    return this.change(() => {
      if (!connected) this.listed.clear();
      const further = !this.reach || (last !== undefined && compareNewestFirst(last, this.reach) > 0);
      if (further || !connected) this.reach = last;
      this.complete = ended || (this.complete && connected);
      this.total = page.totalCount;
      for (const id of onPage) this.listed.add(id);
      this.latest ??= latestOf(page.folders);
      return this.merge(page.folders, gone);
    });
  }

  /** See `FolderStore.applyChanges`. */
  applyChanges(folders: readonly OzFolder[], isWanted: (id: string) => boolean): FolderChanges {
    const arrived = folders.filter((folder) => !this.folders.has(folder.id) && this.covers(folder));
    const news = folders.filter(({ id }) => this.folders.has(id) || isWanted(id));
    return this.change(() => {
      for (const { id } of arrived) this.listed.add(id);
      if (this.total !== undefined) this.total += arrived.length;
      const latest = latestOf(folders);
      if (latest !== undefined) this.latest = Math.max(this.latest ?? latest, latest);
      return this.merge([...new Set([...arrived, ...news])], []);
    });
  }

  applyFolders(folders: readonly OzFolder[]): FolderChanges {
    return this.change(() => this.merge(folders, []));
  }

  applyGone(id: string): FolderChanges {
    const known = this.folders.get(id);
    const changes = this.change(() => this.merge([], known ? [known] : []));
    return { ...changes, removed: [id] };
  }

  /** See `FolderStore.trim`. */
  trim(rows: number, isKept: (id: string) => boolean): FolderChanges {
    const cut = Math.min(rows, this.reachIndex);
    const behind = this.order.slice(cut);
    return this.change(() => {
      if (cut < this.reachIndex) {
        this.reach = this.order[cut - 1];
        this.complete = false;
      }
      for (const { id } of behind) this.listed.delete(id);
      return this.merge(
        [],
        behind.filter(({ id }) => !isKept(id)),
      );
    });
  }

  /** Whether a folder that was not there before stands before the gap. */
  private covers(folder: OzFolder): boolean {
    return this.complete || (this.reach !== undefined && compareNewestFirst(folder, this.reach) < 0);
  }

  private change(make: () => Omit<FolderChanges, "list">): FolderChanges {
    const before = [this.loaded, this.hasMore, this.total];
    const changes = make();
    return { ...changes, list: !isDeepStrictEqual(before, [this.loaded, this.hasMore, this.total]) };
  }

  /** Equal data keeps the object that is there. */
  private merge(folders: readonly OzFolder[], gone: readonly OzFolder[]): Omit<FolderChanges, "list"> {
    const added: string[] = [];
    const changed: string[] = [];
    for (const folder of folders) {
      const known = this.folders.get(folder.id);
      if (known && isDeepStrictEqual(known.json, folder.json)) continue;
      (known ? changed : added).push(folder.id);
      if (known) this.take(known);
      this.folders.set(folder.id, folder);
      this.order.splice(placeOf(this.order, folder), 0, folder);
    }
    for (const folder of gone) {
      this.take(folder);
      this.listed.delete(folder.id);
    }
    return { added, changed, removed: gone.map(({ id }) => id) };
  }

  private take(folder: OzFolder): void {
    this.order.splice(placeOf(this.order, folder), 1);
    this.folders.delete(folder.id);
  }
}

function latestOf(folders: readonly OzFolder[]): number | undefined {
  const times = folders.flatMap(({ updatedAt }) => updatedAt ?? []);
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
}
