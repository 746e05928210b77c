import { isDeepStrictEqual } from "node:util";
import type { OzFolder, FolderPage } from "../../oz/model/folder";
import { hasEnded } from "../../status/effectiveStatus";
import { absentFrom } from "./absent";
import { ChangeTimes } from "./changeTimes";
import { ListedPages } from "./listedPages";
import { MissingFolders } from "./missingFolders";
import { completed, hasNoAnalyses, isSame } from "./newerReply";
import { insertionIndex } from "./newestFirst";
import { ReplyLag } from "./replyLag";

/** What one reply changed, by folder ID. */
export interface FolderChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Those that are no longer loaded, as they left the list or memory. */
  readonly removed: readonly string[];
  /** Those of which their own request says that they do not exist. */
  readonly gone: readonly string[];
  /** Whether the list as a whole has changed: its total, its end, or whether it is loaded. */
  readonly list: boolean;
}

/** What the folders of a connection need to know from outside. */
export interface FolderContext {
  /** See `Clock`. */
  elapsed(): number;
  /** Whether a folder is gone only when its own request says so, because the user watches it. */
  needsOwnProof(id: string): boolean;
}

/**
 * The loaded folders of one connection. From the newest down to the last listed one none is missing; older ones were
 * loaded one by one.
 */
export class ConnectionFolders {
  private readonly byId = new Map<string, OzFolder>();
  private readonly lag: ReplyLag;
  private readonly listed: ListedPages;
  private readonly sorted: OzFolder[] = [];
  private readonly settling = new Set<string>();
  private readonly outdated = new Set<string>();
  private readonly missing = new MissingFolders();
  private readonly times = new ChangeTimes();

  /** @param onDidChange called with all that one reply has changed */
  constructor(
    private readonly onDidChange: (changes: FolderChanges) => void,
    private readonly context: FolderContext,
  ) {
    this.lag = new ReplyLag(() => context.elapsed());
    this.listed = new ListedPages(() => context.elapsed());
  }

  /** See `ListedPages`, as the next five. */
  get loaded(): boolean {
    return this.listed.loaded;
  }

  get totalCount(): number | undefined {
    return this.listed.totalCount;
  }

  get hasMore(): boolean {
    return this.listed.hasMore;
  }

  get listedCount(): number {
    return this.listed.count;
  }

  get nextOffset(): number {
    return this.listed.nextOffset;
  }

  get isInDoubt(): boolean {
    return this.listed.isInDoubt;
  }

  /** The time since when changes may be unknown, in epoch milliseconds of the server's clock; undefined if not known. */
  get changesSince(): number | undefined {
    return this.times.since;
  }

  /** See `ChangeTimes.readBackTo`. */
  readChangesBackTo(time: number): void {
    this.times.readBackTo(time);
  }

  /** The index in `all` before which no folder is missing: its length if the list is complete. */
  get gapIndex(): number {
    return this.listed.countBeforeGap(this.sorted);
  }

  /** The folders to ask for: the doubted ones, and those whose server may not have caught up with their analyses. */
  get unsettledIds(): readonly string[] {
    return [...new Set([...this.settling, ...this.doubtedIds])];
  }

  /** The folders of which only their own reply tells what is true: they may have changed since they were read, or be gone. */
  get doubtedIds(): readonly string[] {
    const missing = this.missing.ids.filter((id) => this.byId.has(id) || this.context.needsOwnProof(id));
    return [...new Set([...this.outdated, ...missing])];
  }

  /** Newest first. */
  get all(): readonly OzFolder[] {
    return this.sorted;
  }

  get(id: string): OzFolder | undefined {
    return this.byId.get(id);
  }

  /** @returns whether a folder is loaded and has ended: it changes only if another group is posted */
  isAtRest(id: string): boolean {
    const folder = this.byId.get(id);
    return folder !== undefined && hasEnded(folder.resolution);
  }

  /** @returns whether a folder was read page by page */
  isListed(id: string): boolean {
    return this.listed.has(id);
  }

  /** Adds one page of the list, which begins at the newest folder or at a listed one, see `readNextPage`. */
  applyPage(sent: FolderPage): void {
    const listed = this.sorted.filter(({ id }) => this.isListed(id));
    const page = this.listed.judge(sent, listed);
    const { folders } = page;
    const isProved = ({ id }: OzFolder): boolean => this.isListed(id) && !this.lag.isYoung(id);
    const [absent, doubted] = partition(absentFrom(page, this.sorted), isProved);
    const [watched, removed] = partition(absent, ({ id }) => this.context.needsOwnProof(id));
    this.change(() => {
      for (const { id } of absent) this.listed.delete(id);
      for (const { id } of [...doubted, ...watched]) this.missing.suspect(id);
      this.listed.add(page);
      const isFirst = this.times.pageRead(folders);
      // Their changes since they were read one by one are not among those that are read from now on.
      if (isFirst) for (const { id } of this.sorted) this.outdated.add(id);
      return this.merge(folders, removed);
    });
  }

  /**
   * Adds changed folders. Those not loaded are added only if they belong before the gap or are wanted.
   * @param isWanted whether a folder is wanted wherever it belongs
   */
  applyChanges(folders: readonly OzFolder[], isWanted: (id: string) => boolean): void {
    const arrived = folders.filter((folder) => !this.byId.has(folder.id) && this.listed.isBeforeGap(folder));
    const others = folders.filter(({ id }) => this.byId.has(id) || isWanted(id));
    this.change(() => {
      this.listed.addArrived(arrived);
      const changes = this.merge([...new Set([...arrived, ...others])], []);
      this.times.changesRead(folders, changes.added.length + changes.changed.length > 0);
      return changes;
    });
  }

  /** Records the latest of more changes than can be listed: the list is read again instead. */
  skipChanges(latest: OzFolder): void {
    this.times.tooMany(latest);
  }

  /** Adds folders that were read one by one, which says nothing about the list. */
  applyFolders(folders: readonly OzFolder[]): void {
    this.change(() => this.merge(folders, []));
  }

  /**
   * Records that all pages were read: a folder that was on none of them may be gone, even where no page proves it.
   * @param seen the IDs of the folders that were on them
   * @param lastPage the last one that was read
   */
  applyAllPages(seen: ReadonlySet<string>, lastPage: FolderPage): void {
    const oldest = lastPage.isLast ? undefined : lastPage.folders.at(-1);
    const read = oldest ? this.sorted.slice(0, insertionIndex(this.sorted, oldest)) : this.sorted;
    const unseen = read.filter(({ id }) => !seen.has(id));
    for (const { id } of unseen) this.missing.suspect(id);
  }

  /**
   * Records that the server has answered that a folder does not exist. Once that is proved, it is removed, and reported as
   * gone even if it was not loaded: it may be watched or open.
   */
  applyNotFound(id: string): void {
    const known = this.byId.get(id);
    if (!this.missing.add(id, this.context.elapsed())) return;
    this.change(() => ({ ...this.merge([], known ? [known] : []), gone: [id] }));
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
      if (cut < this.gapIndex) this.listed.cut(this.sorted[cut - 1], older);
      const removed = older.filter(({ id }) => !isKept(id));
      return this.merge([], removed);
    });
  }

  private change(make: () => Omit<FolderChanges, "list">): void {
    const before = [this.loaded, this.hasMore, this.totalCount];
    const { added, changed, removed, gone } = make();
    const list = !isDeepStrictEqual(before, [this.loaded, this.hasMore, this.totalCount]);
    if (added.length + changed.length + removed.length + gone.length > 0 || list)
      this.onDidChange({ added, changed, removed, gone, list });
  }

  /**
   * Keeps the object of a folder whose data has not changed. One that was settling may have come to rest, though: then
   * what its server contradicts is a finding.
   */
  private merge(replies: readonly OzFolder[], absent: readonly OzFolder[]): Omit<FolderChanges, "list"> {
    const added: string[] = [];
    const changed: string[] = [];
    for (const reply of replies) {
      this.missing.delete(reply.id);
      const known = this.byId.get(reply.id);
      const folder = known ? completed(known, reply) : reply;
      if (known && this.lag.isOutdated(folder, known)) continue;
      this.lag.confirmed(folder.id);
      const isIncomplete = hasNoAnalyses(reply) && !hasNoAnalyses(folder);
      if (!isIncomplete) this.outdated.delete(folder.id);
      const isAtRest = known?.resolution.settling === folder.resolution.settling;
      if (known && isAtRest && isSame(known, folder)) continue;
      (known ? changed : added).push(folder.id);
      if (known && known.updatedAt !== folder.updatedAt) this.times.folderChanged(folder);
      if (known) this.delete(known);
      this.byId.set(folder.id, folder);
      if (folder.resolution.settling) this.settling.add(folder.id);
      if (isIncomplete) this.outdated.add(folder.id);
      this.sorted.splice(insertionIndex(this.sorted, folder), 0, folder);
    }
    for (const folder of absent) {
      this.delete(folder);
      this.listed.delete(folder.id);
      this.missing.dismiss(folder.id);
      this.lag.delete(folder.id);
    }
    return { added, changed, removed: absent.map(({ id }) => id), gone: [] };
  }

  private delete(folder: OzFolder): void {
    this.sorted.splice(insertionIndex(this.sorted, folder), 1);
    this.byId.delete(folder.id);
    this.settling.delete(folder.id);
    this.outdated.delete(folder.id);
  }
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
