import { Emitter } from "../../base/emitter";
import { hasEnded } from "../../status/effectiveStatus";
import type { FolderStore } from "../store/folderStore";
import { History, type HistoryEntry } from "./history";
import type { Notify, SavedWatch, WatchMemory } from "./watchMemory";

/** A watched folder has ended: with a result, or because the server no longer has it. */
export interface WatchEnd {
  readonly id: string;
  readonly reason: "ended" | "removed";
  /** The user's choice for this folder; undefined if the setting applies. */
  readonly notify: Notify | undefined;
}

/** The folders that the user watches. They stay watched after they have ended, to show their results. */
export class Watches {
  private readonly changes = new Emitter<undefined>();
  private readonly ends = new Emitter<WatchEnd>();
  private readonly watched = new Map<string, SavedWatch>();
  private readonly gone = new Set<string>();
  private readonly history = new History();
  private key: string | undefined;

  /** Fires when a folder is watched or no longer watched, or its notifications change. */
  readonly onDidChange = this.changes.event;
  /** Fires once each time a watched folder ends or is removed from the server. */
  readonly onDidEnd = this.ends.event;

  /** @param now epoch milliseconds */
  constructor(
    private readonly store: FolderStore,
    private readonly memory: WatchMemory,
    private readonly now: () => number,
  ) {
    store.onDidChange(({ added, changed, removed }) => {
      for (const id of [...added, ...changed]) this.check(id);
      for (const id of removed) if (this.watched.has(id)) this.end(id, "removed");
    });
  }

  /** The IDs of the watched folders, in the order in which they were added. */
  get ids(): readonly string[] {
    return [...this.watched.keys()];
  }

  /** The IDs of watched folders that can still change by themselves, or are not loaded yet. */
  get running(): readonly string[] {
    return this.ids.filter(
      (id) => !this.gone.has(id) && (!this.watched.get(id)?.ended || !this.store.current.get(id)),
    );
  }

  /** The IDs of watched folders that change only if another group is posted. */
  get resting(): readonly string[] {
    return this.ids.filter((id) => this.watched.get(id)?.ended && this.store.current.get(id));
  }

  has(id: string): boolean {
    return this.watched.has(id);
  }

  /** @returns whether the server no longer has a watched folder */
  isGone(id: string): boolean {
    return this.gone.has(id);
  }

  /** @returns the user's choice for a folder; undefined if the setting applies */
  notifyOf(id: string): Notify | undefined {
    return this.watched.get(id)?.notify;
  }

  /** @returns the statuses of a watched folder since the window was opened, oldest first */
  historyOf(id: string): readonly HistoryEntry[] {
    return this.history.of(id);
  }

  /**
   * Shows the watches of another connection. The store must show its folders already.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    this.key = key;
    this.watched.clear();
    this.gone.clear();
    for (const watch of key === undefined ? [] : this.memory.read(key)) this.watched.set(watch.id, watch);
    this.changes.fire(undefined);
  }

  /** Watches a folder. If it has already ended, `onDidEnd` does not fire. */
  start(id: string): void {
    if (this.watched.has(id)) return;
    const folder = this.store.current.get(id);
    this.save({ id, ended: folder !== undefined && hasEnded(folder.resolution) });
    if (folder) this.history.record(folder, this.now());
    this.changes.fire(undefined);
  }

  stop(id: string): void {
    if (!this.watched.delete(id)) return;
    this.gone.delete(id);
    this.history.delete(id);
    if (this.key !== undefined) this.memory.remove(this.key, id);
    this.changes.fire(undefined);
  }

  /** @param notify the user's choice for this folder; undefined if the setting applies */
  setNotify(id: string, notify: Notify | undefined): void {
    const watch = this.watched.get(id);
    if (!watch) return;
    this.save({ ...watch, notify });
    this.changes.fire(undefined);
  }

  private check(id: string): void {
    const watch = this.watched.get(id);
    const folder = this.store.current.get(id);
    if (!watch || !folder) return;
    this.gone.delete(id);
    this.history.record(folder, this.now());
    const ended = hasEnded(folder.resolution);
    if (ended === watch.ended) return;
    if (ended) this.end(id, "ended");
    else this.save({ ...watch, ended: false });
  }

  private end(id: string, reason: WatchEnd["reason"]): void {
    const watch = this.watched.get(id);
    if (!watch || this.gone.has(id)) return;
    if (reason === "removed") this.gone.add(id);
    this.save({ ...watch, ended: true });
    this.ends.fire({ id, reason, notify: watch.notify });
  }

  private save(watch: SavedWatch): void {
    this.watched.set(watch.id, watch);
    if (this.key !== undefined) this.memory.put(this.key, watch);
  }
}
