import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Log } from "../base/log/log";
import type { Memento } from "../base/memento";
import type { OzClient } from "../oz/api/client";
import { AwaitedFolders } from "./awaitedFolders";
import { ActiveFilter } from "./filter/activeFilter";
import { SavedFilters } from "./filter/savedFilters";
import { NeededFolders } from "./neededFolders";
import { RecentLookUps } from "./search/recentLookUps";
import { FolderReader } from "./store/folderReader";
import { FolderStore } from "./store/folderStore";
import { FolderVersions } from "./store/folderVersions";
import { RawReplies } from "./store/rawReplies";
import { ServerHealth } from "./store/serverHealth";
import { UsualTime } from "./store/usualTime";
import { FolderArrivals } from "./watch/folderArrivals";
import { WaitMemory } from "./watch/waitMemory";
import { Watches } from "./watch/watches";
import { WatchMemory } from "./watch/watchMemory";
import { WatchTeller } from "./watch/watchTeller";

/** The keys of connections. A key identifies the folders and watches of a connection. */
export interface ConnectionKeys {
  /** The shown connection; undefined for none. */
  readonly shown: string | undefined;
  /** Signed-in connections; the folders of others are dropped. */
  readonly signedIn: readonly string[];
  /** All connections; the watches and looked-up IDs of others are deleted. Undefined if there may be more. */
  readonly known: readonly string[] | undefined;
}

/** Everything about folders: creates its parts, and switches and refreshes them together. */
export class Folders {
  readonly store: FolderStore;
  readonly health = new ServerHealth();
  readonly reader: FolderReader;
  readonly rawReplies: RawReplies;
  readonly versions: FolderVersions;
  readonly watches: Watches;
  readonly awaited: AwaitedFolders;
  readonly arrivals: FolderArrivals;
  readonly filter: ActiveFilter;
  readonly savedFilters: SavedFilters;
  readonly recentLookUps: RecentLookUps;
  readonly needed: NeededFolders;
  readonly usualTime: UsualTime;
  private readonly watchMemory: WatchMemory;
  private readonly watchTeller: WatchTeller;
  private readonly waitMemory: WaitMemory;
  private readonly refreshes = new Emitter<undefined>();

  /** Fires when the user refreshes, before anything is read. */
  readonly onDidStartRefresh = this.refreshes.event;

  /**
   * @param client gives the client of the shown connection; rejects with an `OzError`
   * @param memory shared by all windows
   * @param windowMemento of this window
   * @param random returns a number from 0 up to 1, another one in each window
   * @param log receives errors about replies that could not be processed
   */
  constructor(
    client: () => Promise<OzClient>,
    memory: Memento,
    windowMemento: Memento,
    clock: Clock,
    readonly random: () => number,
    log?: Pick<Log, "error">,
  ) {
    const { health } = this;
    const now = (): number => clock.now();
    const store = new FolderStore({
      elapsed: () => clock.elapsed(),
      needsOwnProof: (id) => this.watches.has(id) || this.awaited.has(id),
    });
    this.store = store;
    this.reader = new FolderReader(client, store, health, clock, log);
    this.versions = new FolderVersions(store, now);
    this.rawReplies = new RawReplies(this.reader, store);
    this.watchMemory = new WatchMemory(memory, clock);
    this.watchTeller = new WatchTeller(memory, clock, random);
    this.awaited = new AwaitedFolders(store, health, clock);
    this.watches = new Watches(store, this.watchMemory, this.watchTeller, clock);
    this.waitMemory = new WaitMemory(windowMemento);
    this.arrivals = new FolderArrivals(this, this.waitMemory, clock);
    this.filter = new ActiveFilter(store, (id) => this.needed.has(id));
    this.savedFilters = new SavedFilters(memory, clock);
    this.recentLookUps = new RecentLookUps(memory);
    this.needed = new NeededFolders(this);
    this.usualTime = new UsualTime(store);
  }

  /** What is saved for the shown connection but cannot be read by this version. */
  get unreadable(): readonly ("watchedFolders" | "filters")[] {
    const { key } = this.store;
    return [
      ...(key === undefined || this.watchMemory.isReadable(key) ? [] : ["watchedFolders" as const]),
      ...(this.savedFilters.isReadable ? [] : ["filters" as const]),
    ];
  }

  /** Shows the folders and watches of a connection. */
  show({ shown: key, signedIn, known }: ConnectionKeys): void {
    this.store.keepOnly(signedIn);
    if (known)
      for (const saved of [this.watchMemory, this.watchTeller, this.waitMemory, this.recentLookUps])
        saved.keepOnly(known);
    if (key === this.store.key) return;
    this.filter.set(undefined);
    this.awaited.leave();
    this.reader.cancelAll();
    this.rawReplies.clear();
    this.versions.clear();
    // No watches while the folders are swapped: folders of another connection are not gone from the server, nor new on it.
    this.arrivals.show(undefined);
    this.watches.show(undefined);
    this.store.show(key);
    this.watches.show(key);
    this.arrivals.show(key);
  }

  /** Cancels all requests: no connection stays open after the extension has ended. */
  dispose(): void {
    this.awaited.leave();
    this.arrivals.dispose();
    this.watches.dispose();
    this.savedFilters.dispose();
    this.reader.cancelAll();
  }

  /**
   * Reads all listed pages again, and repeats the search of the filter, even if the server has asked to wait.
   * @throws OzError
   */
  async refresh(): Promise<void> {
    this.reader.askAnyway();
    this.refreshes.fire(undefined);
    await Promise.all([this.reader.readAgain(), this.filter.current?.searchAgain()]);
  }
}
