import { hasEnded } from "../status";
import { Emitter } from "./emitter";
import type { FolderStore } from "./folderStore";

/** The watched folder came to an end: with a result, or because the server knows it no more. */
export interface WatchEnd {
  readonly id: string;
  readonly reason: "ended" | "removed";
}

/** What of a watch survives a reload. */
export interface RememberedWatch {
  readonly id: string;
  /** Whether its end was announced. */
  readonly ended: boolean;
}

export interface WatchMemory {
  read(): RememberedWatch | undefined;
  write(watch: RememberedWatch | undefined): void;
}

/** The folder that the user follows until it ends. It stays watched after its end, to show its result. */
export class Watch {
  private readonly changes = new Emitter<string | undefined>();
  private readonly ends = new Emitter<WatchEnd>();
  private id: string | undefined;
  private ended = false;
  private gone = false;

  /** Fires with the watched id, or undefined, when another folder or none is watched. */
  readonly onDidChange = this.changes.event;
  /** Fires once each time the watched folder, seen running, ends. */
  readonly onDidEnd = this.ends.event;

  constructor(
    private readonly store: FolderStore,
    private readonly memory: WatchMemory,
  ) {
    const remembered = memory.read();
    this.id = remembered?.id;
    this.ended = remembered?.ended ?? false;
    store.onDidChange(({ added, changed, removed }) => {
      const { id } = this;
      if (id === undefined) return;
      if (added.includes(id) || changed.includes(id)) this.look(id);
      else if (removed.includes(id)) this.end(id, "removed");
    });
  }

  get watchedId(): string | undefined {
    return this.id;
  }

  /** Whether there is something to ask the server: the watched folder can still change, or is not known yet. */
  get worthReading(): boolean {
    return this.id !== undefined && !this.gone && (!this.ended || !this.store.get(this.id));
  }

  /** Watches another folder in place of the present one. A folder that has ended already is announced no more. */
  start(id: string): void {
    const folder = this.store.get(id);
    this.remember(id, folder !== undefined && hasEnded(folder.resolution));
    this.changes.fire(id);
  }

  stop(): void {
    if (this.id === undefined) return;
    this.remember(undefined, false);
    this.changes.fire(undefined);
  }

  private look(id: string): void {
    const folder = this.store.get(id);
    const endedNow = folder !== undefined && hasEnded(folder.resolution);
    if (endedNow === this.ended) return;
    if (endedNow) this.end(id, "ended");
    else this.remember(id, false);
  }

  private end(id: string, reason: WatchEnd["reason"]): void {
    this.remember(id, true);
    this.gone = reason === "removed";
    this.ends.fire({ id, reason });
  }

  private remember(id: string | undefined, ended: boolean): void {
    this.id = id;
    this.ended = ended;
    this.gone = false;
    this.memory.write(id === undefined ? undefined : { id, ended });
  }
}
