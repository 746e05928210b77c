import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import { RepeatingTimer } from "../../base/timers";
import type { OzFolder } from "../../oz/model/folder";
import { isUnderWay } from "../../status/effectiveStatus";
import type { FolderStore } from "../store/folderStore";
import type { HistoryEntry } from "./history";
import { Sightings } from "./sightings";
import type { Notify, SavedWatch, WatchChange, WatchMemory } from "./watchMemory";
import type { WatchTeller } from "./watchTeller";

/** A watched folder has ended: with a result, or because the server no longer has it. Not told until it is claimed. */
export interface WatchEnd {
  readonly id: string;
  readonly reason: "ended" | "removed";
  /** The folder with its result, if it was removed before that was told. */
  readonly untold?: OzFolder;
}

/** Milliseconds between looks at what other windows have watched and unwatched: VS Code has no event for that. */
const CATCH_UP_INTERVAL = 5_000;

/**
 * The folders that the user watches, in all windows that show the connection. They stay watched after they have ended, to
 * show their results.
 */
export class Watches {
  private readonly changes = new Emitter<undefined>();
  private readonly ends = new Emitter<WatchEnd>();
  /** As read from memory, which is read anew before each change. */
  private readonly watched = new Map<string, SavedWatch>();
  private readonly seen = new Sightings();
  private readonly timer: RepeatingTimer;
  private key: string | undefined;

  /** Fires when a folder is watched or no longer watched, in any window, or its notifications change. */
  readonly onDidChange = this.changes.event;
  /**
   * Fires in one window when a watched folder ends or is removed from the server. The listener tells the user once it has
   * claimed the end, now or within a minute. Until then the event may fire again for the folder.
   */
  readonly onDidEnd = this.ends.event;

  constructor(
    private readonly store: FolderStore,
    private readonly memory: WatchMemory,
    private readonly teller: WatchTeller,
    private readonly clock: Clock,
  ) {
    const isShown = (): boolean => this.key !== undefined;
    this.timer = new RepeatingTimer(clock, CATCH_UP_INTERVAL, isShown, () => {
      teller.catchUp();
      this.catchUp();
    });
    store.onDidChange(({ added, changed, gone }) => {
      this.catchUp();
      for (const id of [...added, ...changed]) this.check(id);
      for (const id of gone) if (this.has(id)) this.remove(id);
    });
  }

  /** The IDs of the watched folders, in the order in which they were added. */
  get ids(): readonly string[] {
    return [...this.watched.keys()];
  }

  /** The IDs of watched folders that can still change by themselves, or are not loaded yet. */
  get running(): readonly string[] {
    return this.ids.filter((id) => !this.isGone(id) && !this.isResting(id));
  }

  /** The IDs of watched folders that change only if another group is posted, or if they are not gone after all. */
  get resting(): readonly string[] {
    return this.ids.filter((id) => this.isGone(id) || this.isResting(id));
  }

  has(id: string): boolean {
    return this.watched.has(id);
  }

  /** @returns whether the server no longer has a watched folder */
  isGone(id: string): boolean {
    return this.seen.of(id) === "removed";
  }

  /** @returns the user's choice for a folder; undefined if the setting applies */
  notifyOf(id: string): Notify | undefined {
    return this.watched.get(id)?.notify;
  }

  /** @returns the statuses of a watched folder since the window was opened, oldest first */
  historyOf(id: string): readonly HistoryEntry[] {
    return this.seen.historyOf(id);
  }

  /**
   * Shows the watches of another connection. The store must show its folders already.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    this.key = key;
    this.watched.clear();
    this.seen.clear();
    this.teller.show(key);
    this.catchUp();
    this.timer.update();
    this.changes.fire(undefined);
  }

  /** @param focused whether this window has the focus */
  setFocused(focused: boolean): void {
    this.teller.setFocused(focused);
    if (focused) this.catchUp();
  }

  /** Watches a folder. If it has already ended, `onDidEnd` does not fire. */
  start(id: string): void {
    this.catchUp();
    if (this.key === undefined || this.has(id)) return;
    this.memory.add(this.key, {
      id,
      ended: this.isResting(id),
      groups: groupsOf(this.store.current.get(id)),
      gone: false,
    });
    this.catchUp();
  }

  /** Watches folders that have just arrived: `onDidEnd` fires even for one that has already ended. */
  startArrived(ids: readonly string[]): void {
    this.catchUp();
    if (this.key === undefined) return;
    this.memory.addNew(this.key, ids);
    this.catchUp();
  }

  stop(id: string): void {
    if (this.key !== undefined) this.memory.remove(this.key, id);
    this.catchUp();
  }

  /** @param notify the user's choice for this folder; undefined if the setting applies */
  setNotify(id: string, notify: Notify | undefined): void {
    this.change(new Map([[id, { notify }]]));
    this.changes.fire(undefined);
  }

  /**
   * Marks ends as told, for all windows. An end that nobody claims, as its window was closed, is told by another window or
   * the next one.
   * @returns those that are to be told: not one that another window has told, or will as it has the turn now, nor one whose
   * folder runs again or is no longer watched
   */
  claim<T extends Pick<WatchEnd, "id" | "reason">>(ends: readonly T[]): readonly T[] {
    this.catchUp();
    const untold = ends.filter(({ id, reason }) => this.seen.of(id) === reason && !this.isTold(id, reason));
    if (!this.teller.hasTurn) {
      for (const { id, reason } of untold) this.tell(id, reason);
      return [];
    }
    const changes = untold.map(({ id, reason }) => {
      const groups = groupsOf(this.store.current.get(id));
      return [id, { ended: true, groups, gone: reason === "removed" }] as const;
    });
    this.change(new Map(changes));
    return untold;
  }

  dispose(): void {
    this.timer.dispose();
    this.teller.dispose();
    this.memory.dispose();
  }

  /** Reads what other windows have watched and unwatched. */
  private catchUp(): void {
    const saved = this.key === undefined ? [] : this.memory.read(this.key);
    if (isDeepStrictEqual(saved, [...this.watched.values()])) return;
    const before = new Set(this.ids);
    this.watched.clear();
    for (const watch of saved) this.watched.set(watch.id, watch);
    for (const id of before) if (!this.has(id)) this.forget(id);
    for (const id of this.ids) if (!before.has(id)) this.look(id);
    this.changes.fire(undefined);
  }

  private isResting(id: string): boolean {
    return this.store.current.isAtRest(id);
  }

  /**
   * Takes back what was told if the folder runs anew or is there again. Only what this window has just read says so: what
   * it read before another window told an end does not, nor does a first reply that may be older than that.
   */
  private check(id: string): void {
    const before = this.seen.of(id);
    this.look(id);
    const seen = this.seen.of(id);
    if (seen === before) return;
    const folder = this.store.current.get(id);
    const told = this.watched.get(id)?.groups;
    const hasToldGroups = before === undefined && told !== undefined && groupsOf(folder) === told;
    const runsAnew = folder && isUnderWay(folder.resolution) && !hasToldGroups;
    this.change(new Map([[id, runsAnew ? { ended: false, gone: false } : { gone: false }]]));
  }

  private look(id: string): void {
    const folder = this.store.current.get(id);
    if (!folder || !this.has(id)) return;
    if (this.seen.see(folder, this.clock.now())) this.tell(id, "ended");
    else this.teller.cancel(id);
  }

  private remove(id: string): void {
    this.seen.miss(id);
    this.tell(id, "removed");
  }

  /** Tells an end when it is this window's turn, unless another window has told it or the folder was unwatched by then. */
  private tell(id: string, reason: WatchEnd["reason"]): void {
    const isTold = (): boolean => {
      this.catchUp();
      return this.isTold(id, reason);
    };
    this.teller.whenTurn(id, isTold, () => {
      const result = reason === "removed" && !this.isTold(id, "ended") ? this.seen.resultOf(id) : undefined;
      const untold = result && { untold: result };
      this.ends.fire({ id, reason, ...untold });
    });
  }

  private isTold(id: string, reason: WatchEnd["reason"]): boolean {
    const watch = this.watched.get(id);
    if (!watch || reason === "removed") return watch?.gone ?? true;
    // A group may begin and end between two replies.
    const hasNewGroup = (groupsOf(this.seen.resultOf(id)) ?? 0) > (watch.groups ?? Infinity);
    return watch.ended && !hasNewGroup;
  }

  private change(changes: ReadonlyMap<string, WatchChange>): void {
    if (this.key !== undefined) this.memory.change(this.key, changes);
    this.catchUp();
  }

  private forget(id: string): void {
    this.teller.cancel(id);
    this.seen.forget(id);
  }
}

/** @returns how many groups a folder has, if the server says */
function groupsOf(folder: OzFolder | undefined): number | undefined {
  const { analysisCount, groups = [] } = folder?.resolution ?? {};
  const isKnown = analysisCount !== undefined && !groups.some(({ inferred }) => inferred);
  return isKnown ? groups.length : undefined;
}
