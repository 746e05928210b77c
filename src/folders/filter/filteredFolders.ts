import { Emitter } from "../../base/emitter";
import { MAX_CHECKED, MAX_KNOWN_READS, MAX_NEW_MATCHES } from "../../base/limits";
import type { PageRequest } from "../../oz/api/folderRequests";
import type { FolderPage, OzFolder } from "../../oz/model/folder";
import { PAGE_SIZE, type FolderReader } from "../store/folderReader";
import type { FolderStore } from "../store/folderStore";
import { countUpTo } from "../store/newestFirst";
import { FilteredPages } from "./filteredPages";
import type { FolderFilter } from "./folderFilter";
import { matcher } from "./matches";
import { MatchingFolders } from "./matchingFolders";
import { hasPassed, NOTHING_SCANNED, scanNext } from "./scan";
import { serverFilters, unaskedConditions } from "./serverFilters";
import { timeRangeOf } from "./timeRange";

/**
 * The folders that match a filter. Searches the server's list page by page, filtered as far as the server can, and follows
 * the changes that polling finds.
 */
export class FilteredFolders {
  private readonly changes = new Emitter<undefined>();
  private readonly subscriptions: readonly { dispose(): void }[];
  private readonly matching: MatchingFolders;
  private readonly pages: FilteredPages;
  private readonly earliest: number;
  private readonly loadedHere = new Set<string>();
  private scan = NOTHING_SCANNED;
  private hasSearched = false;
  private known: number | undefined;
  private searching: Promise<void> | undefined;
  private disposed = false;

  /** Fires when the matching folders or the progress of the search may have changed. */
  readonly onDidChange = this.changes.event;

  /**
   * @param name what the user calls the filter, or its conditions in words
   * @param now epoch milliseconds, from which a relative period counts
   */
  constructor(
    readonly filter: FolderFilter,
    readonly name: string,
    private readonly store: FolderStore,
    private readonly reader: FolderReader,
    now: number,
  ) {
    const range = timeRangeOf(filter.created, now);
    this.matching = new MatchingFolders(store, matcher(filter, range));
    this.pages = new FilteredPages(reader, serverFilters(filter, range));
    this.earliest = range.from ?? -Infinity;
    this.subscriptions = [
      store.onDidChange(() => this.change()),
      reader.onDidReadChanges((folders) =>
        this.addToStore(folders.filter((folder) => hasPassed(this.scan, folder))),
      ),
    ];
  }

  /** Whether a search has ended or failed, or the matches are known without one. */
  get loaded(): boolean {
    return this.hasSearched || this.known !== undefined;
  }

  /** How many matches were known beforehand, see `showKnown`; undefined once it was searched for others. */
  get knownCount(): number | undefined {
    return this.hasSearched ? undefined : this.known;
  }

  /** Whether older folders may match as well. */
  get hasMore(): boolean {
    return !this.scan.complete;
  }

  /** The conditions that the server could not be asked for, or has refused. */
  get unasked(): FolderFilter {
    return unaskedConditions(this.filter, this.pages.filter);
  }

  /** How many of the folders that the server returned were checked here. */
  get checkedCount(): number {
    return this.scan.checked.size;
  }

  /** When the oldest checked folder was created, in epoch milliseconds. */
  get checkedBackTo(): number | undefined {
    return this.scan.oldest?.createdAt;
  }

  /** Newest first. */
  get all(): readonly OzFolder[] {
    return this.matching.all;
  }

  /** The index in `all` before which no match is missing. */
  get gapIndex(): number {
    const { complete, oldest } = this.scan;
    if (complete || this.knownCount !== undefined) return this.all.length;
    return oldest ? countUpTo(this.all, oldest) : 0;
  }

  /** @returns whether a loaded folder matches; false for one that is not loaded */
  has(id: string): boolean {
    const folder = this.store.current.get(id);
    return folder !== undefined && this.matching.matches(folder);
  }

  /** The folders that were loaded only for this filter. */
  get loadedIds(): ReadonlySet<string> {
    return this.loadedHere;
  }

  /**
   * Shows folders that are known to match, without a search. Those that are not loaded are read one by one, the newest
   * `MAX_KNOWN_READS` of them.
   * @param ids newest first
   * @throws OzError if some cannot be read; the others are shown
   */
  showKnown(ids: readonly string[]): Promise<void> {
    return this.once(async () => {
      const { current } = this.store;
      this.known = ids.length;
      // All that the server has is loaded, and so are all matches.
      if (current.loaded && !current.hasMore) this.startComplete();
      this.change();
      const others = ids.filter((id) => !current.get(id)).slice(0, MAX_KNOWN_READS);
      for (const id of others) this.loadedHere.add(id);
      const [error] = (await this.reader.readFolders(others, "user")).values();
      if (error instanceof Error) throw error;
    });
  }

  /**
   * Searches the next part of the list.
   * @throws OzError; earlier matches stay
   */
  searchMore(): Promise<void> {
    return this.once(async () => {
      const before = this.checkedCount;
      let matches = 0;
      await this.search((count) => {
        matches += count;
        return matches >= MAX_NEW_MATCHES || this.checkedCount - before >= MAX_CHECKED;
      });
    });
  }

  /**
   * Repeats the search as far as it went, and reads earlier matches that it no longer finds one by one.
   * @throws OzError; earlier matches stay
   */
  searchAgain(): Promise<void> {
    return this.once(async () => {
      const before = this.scan;
      const known = this.all.slice(0, this.gapIndex);
      this.scan = NOTHING_SCANNED;
      try {
        await this.search(() => this.checkedCount >= before.checked.size);
      } catch (error) {
        this.scan = before;
        this.change();
        throw error;
      }
      if (this.disposed) return;
      const missing = known.filter(({ id }) => !this.scan.checked.has(id) && this.store.current.get(id));
      await this.reader.readFolders(
        missing.map(({ id }) => id),
        "user",
      );
    });
  }

  /** Also ends a running search, after its current page. */
  dispose(): void {
    this.disposed = true;
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private startComplete(): void {
    this.hasSearched = true;
    const checked = new Set(this.store.current.all.map(({ id }) => id));
    this.scan = { ...NOTHING_SCANNED, checked, complete: true };
  }

  /** Runs one search at a time: later callers wait for the running one. */
  private once(search: () => Promise<void>): Promise<void> {
    return (this.searching ??= search().finally(() => (this.searching = undefined)));
  }

  /** @param isEnough called after each page with the number of its matches */
  private async search(isEnough: (matches: number) => boolean): Promise<void> {
    try {
      while (!this.scan.complete) {
        const read = (request: PageRequest): Promise<FolderPage> => this.pages.read(request);
        const { scan, fresh } = await scanNext(this.scan, read, PAGE_SIZE, this.earliest);
        if (this.disposed) return;
        this.scan = scan;
        // Without anything new, as from a server that ignores the offset, there would be no end.
        if (isEnough(this.addToStore(fresh)) || fresh.length === 0) break;
      }
    } finally {
      this.hasSearched = true;
      this.change();
    }
  }

  /** Adds the matching folders. @returns how many there are */
  private addToStore(folders: readonly OzFolder[]): number {
    const matches = folders.filter((folder) => this.matching.matches(folder));
    for (const { id } of matches) if (!this.store.current.get(id)) this.loadedHere.add(id);
    this.store.current.applyFolders(matches);
    return matches.length;
  }

  private change(): void {
    this.matching.invalidate();
    this.changes.fire(undefined);
  }
}
