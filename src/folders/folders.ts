import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Log } from "../base/log/log";
import type { Memento } from "../base/memento";
import type { OzClient } from "../oz/api/client";
import { ActiveFilter } from "./filter/activeFilter";
import { SavedFilters } from "./filter/savedFilters";
import { NeededFolders } from "./neededFolders";
import { RecentLookUps } from "./search/recentLookUps";
import { FolderReader } from "./store/folderReader";
import { FolderStore } from "./store/folderStore";
import { FolderVersions } from "./store/folderVersions";
import { RawReplies } from "./store/rawReplies";
import { ServerHealth } from "./store/serverHealth";
import { Watches } from "./watch/watches";
import { WatchMemory } from "./watch/watchMemory";

/** The keys of connections. A key identifies the folders and watches of a connection. */
export interface ConnectionKeys {
  /** The shown connection; undefined for none. */
  readonly shown: string | undefined;
  /** Signed-in connections; the folders of others are dropped. */
  readonly signedIn: readonly string[];
  /** All connections; the watches and looked-up IDs of others are deleted. */
  readonly known: readonly string[];
}

/** Everything about folders: creates its parts, and switches and refreshes them together. */
export class Folders {
  readonly store = new FolderStore();
  readonly health = new ServerHealth();
  readonly reader: FolderReader;
  readonly rawReplies: RawReplies;
  readonly versions: FolderVersions;
  readonly watches: Watches;
  readonly filter: ActiveFilter;
  readonly savedFilters: SavedFilters;
  readonly recentLookUps: RecentLookUps;
  readonly needed: NeededFolders;
  private readonly watchMemory: WatchMemory;
  private readonly refreshes = new Emitter<undefined>();

  /** Fires when the user refreshes, before anything is read. */
  readonly onDidStartRefresh = this.refreshes.event;

  /**
   * @param client gives the client of the shown connection; rejects with an `OzError`
   * @param log receives errors about replies that could not be processed
   */
  constructor(client: () => Promise<OzClient>, memory: Memento, clock: Clock, log?: Pick<Log, "error">) {
    const { store, health } = this;
    const now = (): number => clock.now();
    this.reader = new FolderReader(client, store, health, clock, log);
    this.versions = new FolderVersions(store, now);
    this.rawReplies = new RawReplies(this.reader, store);
    this.watchMemory = new WatchMemory(memory);
    this.watches = new Watches(store, this.watchMemory, now);
    this.filter = new ActiveFilter(store, (id) => this.needed.has(id));
    this.savedFilters = new SavedFilters(memory);
    this.recentLookUps = new RecentLookUps(memory);
    this.needed = new NeededFolders(this);
  }

  /** Shows the folders and watches of a connection. */
  show({ shown: key, signedIn, known }: ConnectionKeys): void {
    this.store.keepOnly(signedIn);
    this.watchMemory.keepOnly(known);
    this.recentLookUps.keepOnly(known);
    if (key === this.store.key) return;
    this.filter.set(undefined);
    this.reader.cancelAll();
    this.rawReplies.clear();
    this.versions.clear();
    // No watches while the folders are swapped: folders of another connection are not gone from the server.
    this.watches.show(undefined);
    this.store.show(key);
    this.watches.show(key);
  }

  /**
   * Reads all listed pages again, and repeats the search of the filter.
   * @throws OzError
   */
  async refresh(): Promise<void> {
    this.refreshes.fire(undefined);
    await Promise.all([this.reader.readAgain(), this.filter.current?.searchAgain()]);
  }
}
