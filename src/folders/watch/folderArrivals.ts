import type { Clock } from "../../base/clock";
import { Emitter } from "../../base/emitter";
import { MAX_WAIT_MINUTES } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderReader } from "../store/folderReader";
import type { FolderStore } from "../store/folderStore";
import { arrivalsAmong, isFull, mayArrive, type WaitedFor, type Wait } from "./wait";
import type { WaitMemory } from "./waitMemory";
import type { Watches } from "./watches";

const MINUTE = 60_000;

/** A wait has ended by itself, other than with its one folder. */
export interface ArrivalsEnd {
  /** Whether its time has passed, or it has all the folders that a wait may have. */
  readonly reason: "time" | "full";
  readonly wait: Wait;
}

/**
 * Waits for new folders of the shown connection, in this window, and watches those that match. It survives a reload, and
 * ends by itself. A folder that does not match yet is checked again at each change: its result may come later.
 */
export class FolderArrivals {
  private readonly changes = new Emitter<undefined>();
  private readonly ends = new Emitter<ArrivalsEnd>();
  private readonly subscriptions: readonly { dispose(): void }[];
  private key: string | undefined;
  private wait: Wait | undefined;
  private cancelTimer: (() => void) | undefined;

  /** Fires when a wait begins or ends, and when folders have arrived. */
  readonly onDidChange = this.changes.event;
  /** Fires, after `onDidChange`, when a wait has ended as an `ArrivalsEnd` says. */
  readonly onDidEnd = this.ends.event;

  /** @param folders `reader` reads changes while there is a wait */
  constructor(
    private readonly folders: {
      readonly store: FolderStore;
      readonly reader: Pick<FolderReader, "onDidReadChanges">;
      readonly watches: Watches;
    },
    private readonly memory: WaitMemory,
    private readonly clock: Clock,
  ) {
    const { store, reader } = folders;
    this.subscriptions = [
      // Those that do not belong in the list are not stored, as while it was never read.
      reader.onDidReadChanges((read) => this.look(read)),
      store.onDidChange(({ added, changed }) =>
        this.look([...added, ...changed].flatMap((id) => store.current.get(id) ?? [])),
      ),
    ];
  }

  /** The wait; undefined if there is none. */
  get current(): Wait | undefined {
    return this.wait;
  }

  /** @returns whether a loaded folder is new and does not match yet, but may */
  awaits(id: string): boolean {
    const folder = this.folders.store.current.get(id);
    return this.wait !== undefined && folder !== undefined && mayArrive(folder, this.wait);
  }

  /**
   * Shows the wait of another connection, unless it has ended meanwhile. The store and the watches must show it already.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    this.key = key;
    const wait = key === undefined ? undefined : this.memory.read(key);
    const left = (wait?.until ?? 0) - this.clock.now();
    // More than a wait ever has: the clock was set back, so that nobody knows when it should have ended.
    const isOver = left <= 0 || left > MAX_WAIT_MINUTES * MINUTE;
    if (wait && isOver) this.set(undefined);
    else this.take(wait);
  }

  /**
   * Waits from now on, in place of an earlier wait. The newest folders must have been read just now: what is loaded is not
   * new, whatever its times.
   * @param serverNow epoch milliseconds by the server's clock
   */
  start(awaited: WaitedFor, serverNow: number): void {
    if (this.key === undefined) return;
    const { all, gapIndex, hasMore } = this.folders.store.current;
    // Of those that are not loaded, none is newer, should the folders' times be far ahead of the server's clock.
    const oldest = (hasMore ? all[gapIndex - 1]?.createdAt : undefined) ?? -Infinity;
    const since = Math.max(Math.floor(serverNow / 1000) * 1000, oldest + 1);
    const before = all.filter(({ createdAt = 0 }) => createdAt >= since);
    this.set({
      ...awaited,
      since,
      until: this.clock.now() + MAX_WAIT_MINUTES * MINUTE,
      before: before.map(({ id }) => id),
      arrived: [],
    });
  }

  /** Ends the wait. The folders that have arrived stay watched. */
  stop(): void {
    if (this.wait) this.set(undefined);
  }

  dispose(): void {
    this.cancelTimer?.();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private look(read: readonly OzFolder[]): void {
    const { wait } = this;
    if (!wait || this.endIfOver(wait)) return;
    const arrived = arrivalsAmong(read, wait);
    if (arrived.length === 0) return;
    const ids = arrived.map(({ id }) => id);
    const next = { ...wait, arrived: [...wait.arrived, ...ids] };
    // Before they are stored, which leads here again.
    this.wait = isFull(next) ? undefined : next;
    const { store, watches } = this.folders;
    store.current.applyFolders(arrived.filter(({ id }) => !store.current.get(id)));
    watches.startArrived(ids);
    this.set(this.wait);
    if (isFull(next) && !next.once) this.ends.fire({ reason: "full", wait: next });
  }

  private endIfOver(wait: Wait): boolean {
    if (this.clock.now() < wait.until) return false;
    this.set(undefined);
    this.ends.fire({ reason: "time", wait });
    return true;
  }

  private set(wait: Wait | undefined): void {
    if (this.key !== undefined) this.memory.save(this.key, wait);
    this.take(wait);
  }

  private take(wait: Wait | undefined): void {
    this.wait = wait;
    // So that what arrived while no window was open is found, too.
    if (wait) this.folders.store.current.readChangesBackTo(wait.since);
    this.updateTimer();
    this.changes.fire(undefined);
  }

  /** Looks at the time once a minute too, as a timer stands still while the machine sleeps. */
  private updateTimer(): void {
    this.cancelTimer?.();
    const { wait } = this;
    if (!wait) return;
    const left = Math.max(0, wait.until - this.clock.now());
    this.cancelTimer = this.clock.after(Math.min(left, MINUTE), () => {
      if (!this.endIfOver(wait)) this.updateTimer();
    });
  }
}
