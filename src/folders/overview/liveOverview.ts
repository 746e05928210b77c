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
import type { FolderStore } from "../store/folderStore";
import { compareNewestFirst } from "../store/newestFirst";
import { overviewOf, type Overview } from "./overview";
import type { OverviewSums } from "./overviewSums";
import { sumUp } from "./sumUp";

/** What is summed up: the loaded folders, or those that were read because they match a filter. */
export interface Coverage {
  /** Undefined for the loaded folders. Its period is absolute, so that it does not move. */
  readonly filter: FolderFilter | undefined;
  /** Those that were read, see `withoutJson`. */
  readonly read: readonly OzFolder[];
}

/** The figures of many folders of one connection, which follow the store while that connection is shown. */
export class LiveOverview {
  private readonly changes = new Emitter<undefined>();
  private readonly folders: Map<string, OzFolder>;
  private readonly subscription: { dispose(): void };
  private readonly belongs: (folder: OzFolder) => boolean;
  private readonly key: string | undefined;
  private figures: Overview | undefined;
  private wasShown = true;

  /** Fires when the figures have changed, or whether they are followed. */
  readonly onDidChange = this.changes.event;

  private constructor(
    private readonly store: FolderStore,
    readonly filter: FolderFilter | undefined,
    summed: readonly OzFolder[],
    private readonly sums: OverviewSums,
  ) {
    this.key = store.key;
    this.folders = new Map(summed.map((folder) => [folder.id, folder]));
    this.belongs = matcher(filter ?? {}, timeRangeOf(filter?.created, 0));
    this.subscription = store.onDidChange((changes) => this.update(changes));
    this.catchUp();
  }

  /**
   * Sums up folders in slices, see `sumUp`.
   * @throws OzError "cancelled" if another connection is shown meanwhile
   */
  static async of(
    store: FolderStore,
    { filter, read }: Coverage,
    clock: Pick<Clock, "elapsed" | "after">,
  ): Promise<LiveOverview> {
    const { key } = store;
    const folders = filter ? read : store.current.all.map(withoutJson);
    const sums = await sumUp(folders, clock);
    if (store.key !== key)
      throw new OzError("cancelled", l10n.t("The connection was changed."), { origin: "" });
    return new LiveOverview(store, filter, folders, sums);
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
    this.subscription.dispose();
  }

  private update({ added, changed, removed, gone, list }: FolderChanges): void {
    const isBack = this.isFollowed && !this.wasShown;
    const isLeft = !this.isFollowed && this.wasShown;
    this.wasShown = this.isFollowed;
    if (isLeft) this.changes.fire(undefined);
    if (!this.isFollowed) return;
    if (isBack) this.catchUp();
    // Folders that were read stay when the list forgets them: they are still on the server.
    const left = this.filter ? gone : removed;
    for (const id of [...added, ...changed]) this.put(id);
    for (const id of left) this.delete(id);
    if (isBack || list || this.figures === undefined) this.changes.fire(undefined);
  }

  /** Takes what is loaded now. */
  private catchUp(): void {
    const { current } = this.store;
    for (const { id } of current.all) this.put(id);
    if (this.filter) return;
    for (const id of this.folders.keys()) if (!current.get(id)) this.delete(id);
  }

  private put(id: string): void {
    const folder = this.store.current.get(id);
    const known = this.folders.get(id);
    if (!folder || (known?.resolution === folder.resolution && known.createdAt === folder.createdAt)) return;
    if (!this.belongs(folder)) {
      this.delete(id);
      return;
    }
    if (known) this.sums.remove(known);
    const own = withoutJson(folder);
    this.sums.add(own);
    this.folders.set(id, own);
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
