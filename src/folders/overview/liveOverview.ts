import * as l10n from "@vscode/l10n";
import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import { EMPTY_OBJECT } from "../../base/readJson";
import { OzError } from "../../oz/http/ozError";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderFilter } from "../filter/folderFilter";
import { matcher } from "../filter/matches";
import { timeRangeOf } from "../filter/timeRange";
import type { FolderChanges } from "../store/connectionFolders";
import type { FolderReader } from "../store/folderReader";
import type { FolderStore } from "../store/folderStore";
import { compareNewestFirst } from "../store/newestFirst";
import { overviewOf, type Overview } from "./overview";
import type { OverviewSums } from "./overviewSums";
import { sumUp } from "./sumUp";

/** Where folders come from. */
export interface OverviewSource {
  readonly store: FolderStore;
  readonly reader: Pick<FolderReader, "onDidReadChanges">;
}

/** Folders that match a filter, loaded or not. */
export interface Matching {
  /** Its period is absolute, so that it does not move. */
  readonly filter: FolderFilter;
  /** Reads them, see `withoutJson`. */
  readonly read: () => Promise<readonly OzFolder[]>;
}

/**
 * The figures of many folders of one connection, while that connection is shown. Those of a filter also follow what is read
 * of folders that are not loaded.
 */
export class LiveOverview {
  private readonly changes = new Emitter<undefined>();
  private readonly store: FolderStore;
  private readonly folders: Map<string, OzFolder>;
  private readonly subscriptions: readonly { dispose(): void }[];
  private readonly belongs: (folder: OzFolder) => boolean;
  private readonly key: string | undefined;
  private figures: Overview | undefined;
  private wasShown = true;

  /** Fires when the figures have changed, or whether they are followed. */
  readonly onDidChange = this.changes.event;

  /** @param missed takes what has changed while they were summed up, one after the other */
  private constructor(
    { store, reader }: OverviewSource,
    readonly filter: FolderFilter | undefined,
    summed: readonly OzFolder[],
    private readonly sums: OverviewSums,
    missed: readonly ((live: LiveOverview) => void)[],
  ) {
    this.store = store;
    this.key = store.key;
    this.folders = new Map(summed.map((folder) => [folder.id, folder]));
    this.belongs = matcher(filter ?? {}, timeRangeOf(filter?.created, 0));
    this.subscriptions = [
      store.onDidChange((changes) => this.update(changes)),
      reader.onDidReadChanges((read) => this.takeRead(read)),
    ];
    // Not all that is loaded: what was just read may be newer, as nothing is polled while the list is hidden.
    for (const take of missed) take(this);
  }

  /**
   * Sums up folders in slices, see `sumUp`.
   * @param matching undefined for the loaded folders
   * @throws OzError "cancelled" if another connection is shown meanwhile
   */
  static async of(
    source: OverviewSource,
    clock: Pick<Clock, "elapsed" | "after">,
    matching?: Matching,
  ): Promise<LiveOverview> {
    const { store, reader } = source;
    const { key } = store;
    const missed: ((live: LiveOverview) => void)[] = [];
    const collecting = [
      store.onDidChange((changes) => missed.push((live) => live.update(changes))),
      reader.onDidReadChanges((read) => missed.push((live) => live.takeRead(read))),
    ];
    try {
      const folders = matching ? await matching.read() : store.current.all.map(withoutJson);
      const sums = await sumUp(folders, clock);
      if (store.key !== key)
        throw new OzError("cancelled", l10n.t("The connection was changed."), { origin: "" });
      return new LiveOverview(source, matching?.filter, folders, sums, missed);
    } finally {
      for (const subscription of collecting) subscription.dispose();
    }
  }

  /** Whether the connection is shown, so that the figures follow it. */
  get isFollowed(): boolean {
    return this.store.key === this.key;
  }

  get overview(): Overview {
    return (this.figures ??= overviewOf(this.sums));
  }

  /** @returns the IDs of the folders that one figure counts, newest first */
  idsOf(part: FolderFilter): readonly string[] {
    const isPart = matcher(part, timeRangeOf(part.created, 0));
    return [...this.folders.values()]
      .filter(isPart)
      .sort(compareNewestFirst)
      .map(({ id }) => id);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update({ added, changed, removed, gone, list }: FolderChanges): void {
    const isBack = this.isFollowed && !this.wasShown;
    const isLeft = !this.isFollowed && this.wasShown;
    this.wasShown = this.isFollowed;
    if (isLeft) this.changes.fire(undefined);
    if (!this.isFollowed) return;
    if (isBack) this.catchUp();
    for (const id of [...added, ...changed]) this.takeLoaded(id);
    // Folders that were read stay when the list forgets them: they are still on the server.
    for (const id of this.filter ? gone : removed) this.delete(id);
    if (isBack || list || this.figures === undefined) this.changes.fire(undefined);
  }

  /** Takes what is loaded now. */
  private catchUp(): void {
    const { current } = this.store;
    for (const { id } of current.all) this.takeLoaded(id);
    if (this.filter) return;
    for (const id of this.folders.keys()) if (!current.get(id)) this.delete(id);
  }

  private takeLoaded(id: string): void {
    const folder = this.store.current.get(id);
    if (folder) this.put(folder);
  }

  /**
   * Takes changed folders of a filter. The store may not have them, and does not tell of one that it had before the folders
   * were read, perhaps from a replica of the server's database that was behind.
   */
  private takeRead(read: readonly OzFolder[]): void {
    if (!this.filter || !this.isFollowed) return;
    for (const folder of read) this.put(this.store.current.get(folder.id) ?? folder);
    if (this.figures === undefined) this.changes.fire(undefined);
  }

  private put(folder: OzFolder): void {
    this.delete(folder.id);
    if (!this.belongs(folder)) return;
    const own = withoutJson(folder);
    this.sums.add(own);
    this.folders.set(own.id, own);
    this.figures = undefined;
  }

  private delete(id: string): void {
    const known = this.folders.get(id);
    if (!known) return;
    this.sums.remove(known);
    this.folders.delete(id);
    this.figures = undefined;
  }
}

/** @returns what figures need of a folder: the JSON of many would fill the memory */
export function withoutJson(folder: OzFolder): OzFolder {
  return { ...folder, metaData: undefined, operatorComment: undefined, json: EMPTY_OBJECT };
}
