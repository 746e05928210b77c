import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Log } from "../base/log/log";
import type { Memento } from "../base/memento";
import type { OzClient } from "../oz/api/client";
import { hasEnded } from "../status/effectiveStatus";
import type { FilteredFolders } from "./filter/filteredFolders";
import type { PollTargets } from "./poll/pollTargets";
import { FolderReader } from "./store/folderReader";
import { FolderStore } from "./store/folderStore";
import { FolderVersions } from "./store/folderVersions";
import { RawReplies } from "./store/rawReplies";
import { ServerHealth } from "./store/serverHealth";
import { Watches } from "./watch/watches";
import { WatchMemory } from "./watch/watchMemory";

/** What somebody looks at. */
export interface Looks {
  /** Whether the list is on screen. */
  readonly list: boolean;
  /** Folders that are looked at by themselves. */
  readonly shownIds: readonly string[];
  /** Whether the window has the focus. */
  readonly focused: boolean;
}

/** The connections, each by what tells its folders from those of others. */
export interface ConnectionKeys {
  /** The one whose folders are shown; undefined for none. */
  readonly shown: string | undefined;
  /** Those with a session: what is known of others is forgotten. */
  readonly signedIn: readonly string[];
  /** All there are: the watches of others are forgotten. */
  readonly known: readonly string[];
}

/** Rows that stay when nobody has looked at the list for a while. */
const ROWS_KEPT = 500;

/** All that is known of folders, and what brings it here. */
export class Folders {
  readonly store = new FolderStore();
  readonly health = new ServerHealth();
  readonly reader: FolderReader;
  readonly rawReplies: RawReplies;
  readonly versions: FolderVersions;
  readonly watches: Watches;
  private readonly watchMemory: WatchMemory;
  private readonly filteredChanges = new Emitter<undefined>();
  private readonly refreshes = new Emitter<undefined>();
  private shownFiltered: FilteredFolders | undefined;
  private key: string | undefined;

  /** Fires when a filter is set or cleared, and when what it lets through is another. */
  readonly onDidChangeFiltered = this.filteredChanges.event;
  /** Fires when the user asks for a refresh, before anything is read. */
  readonly onDidStartRefresh = this.refreshes.event;

  /**
   * @param client opens the way to the server; rejects with an `OzError`
   * @param log is told of replies that could not be processed
   */
  constructor(client: () => Promise<OzClient>, memory: Memento, clock: Clock, log?: Pick<Log, "error">) {
    this.reader = new FolderReader(client, this.store, this.health, clock, log);
    const now = (): number => clock.now();
    this.versions = new FolderVersions(this.store, now);
    this.rawReplies = new RawReplies(this.reader, this.store);
    this.watchMemory = new WatchMemory(memory);
    this.watches = new Watches(this.store, this.watchMemory, now);
  }

  /** Shows the folders and watches of a connection. */
  show({ shown: key, signedIn, known }: ConnectionKeys): void {
    this.store.keepOnly(signedIn);
    this.watchMemory.keepOnly(known);
    if (key === this.key) return;
    this.showFiltered(undefined);
    this.key = key;
    this.reader.restart();
    this.rawReplies.clear();
    this.versions.clear();
    // The watches go first and come last: their folders have not vanished, we left them.
    this.watches.show(undefined);
    this.store.show(key);
    this.watches.show(key);
  }

  /** What a filter lets through; undefined while there is none. */
  get filtered(): FilteredFolders | undefined {
    return this.shownFiltered;
  }

  /** Shows what a filter lets through; undefined for all folders. What was there for another filter alone goes. */
  showFiltered(filtered: FilteredFolders | undefined): void {
    const before = this.shownFiltered;
    if (before === filtered) return;
    this.shownFiltered = filtered;
    before?.dispose();
    filtered?.onDidChange(() => this.filteredChanges.fire(undefined));
    if (before) this.store.current.trim(Infinity, (id) => !before.foundIds.has(id) || this.isKept(id));
    this.filteredChanges.fire(undefined);
  }

  /**
   * Reads everything on screen again.
   * @throws OzError
   */
  async refresh(): Promise<void> {
    this.refreshes.fire(undefined);
    await Promise.all([this.reader.readAgain(), this.filtered?.lookAgain()]);
  }

  /** @returns what is worth asking for, for somebody who looks at this; nothing while no connection is shown */
  pollTargets({ list, shownIds, focused }: Looks): PollTargets {
    if (this.key === undefined) return { list: false, running: [], unread: [], resting: false, focused };
    const { running: watched, resting } = this.watches;
    const shown = [...shownIds, ...this.rawReplies.ids].filter((id) => {
      const folder = this.store.current.get(id);
      return folder && !hasEnded(folder.resolution);
    });
    const running = [...new Set([...watched, ...shown])];
    const unread = running.filter((id) => !this.store.current.get(id));
    return { list, running, unread, resting: resting.length > 0, focused };
  }

  /** Forgets what nobody looks at; what is watched, open or among the first rows stays. */
  trim(shownIds: readonly string[]): void {
    this.store.current.trim(ROWS_KEPT, (id) => shownIds.includes(id) || this.isKept(id));
  }

  private isKept(id: string): boolean {
    return this.watches.has(id) || this.rawReplies.has(id) || (this.filtered?.has(id) ?? false);
  }
}
