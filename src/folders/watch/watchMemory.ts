import { isDeepStrictEqual } from "node:util";
import type { Clock } from "../../base/clock";
import { ValuesByConnection, type Memento } from "../../base/memento";
import { member, readNumber, textMember } from "../../base/readJson";
import { SavedList } from "../../base/savedList";
import { readId } from "../../oz/model/id";

/** When to notify the user that a watched folder has ended. */
export const NOTIFY = ["always", "problems", "never"] as const;
export type Notify = (typeof NOTIFY)[number];

/** A watched folder as it is saved. */
export interface SavedWatch {
  readonly id: string;
  /** Whether its end was reported. */
  readonly ended: boolean;
  /** How many groups it had then; undefined if not known. */
  readonly groups?: number | undefined;
  /** Whether it was reported that the server no longer has it. */
  readonly gone: boolean;
  /** The user's choice for this folder; undefined if the setting applies. */
  readonly notify?: Notify | undefined;
}

/** Milliseconds after which VS Code has carried global state from one window to another. */
export const SETTLE_DELAY = 1_000;

/** @returns the watch of a folder after a change; undefined if it is not watched */
type Edit = (watch: SavedWatch | undefined) => SavedWatch | undefined;

/** A change that is made again. */
interface PendingEdit {
  /** Of the connection. */
  readonly key: string;
  readonly edit: Edit;
  readonly cancel: () => void;
}

/**
 * Saves the watched folders of each connection. Other windows write them too, so each change reads them anew and changes
 * one folder. What another window has unwatched is never written back.
 *
 * VS Code writes all of our global state at once: what another window writes at the same moment may undo a change, so it
 * is made again once that has settled.
 */
export class WatchMemory {
  private readonly values: ValuesByConnection;
  /** What is made again, by connection and folder. */
  private readonly edits = new Map<string, PendingEdit>();

  constructor(
    memento: Memento,
    private readonly clock: Clock,
  ) {
    this.values = new ValuesByConnection(memento, "ozInspector.watches");
  }

  /** @returns the watched folders of a connection; those that this version cannot read stay saved */
  read(key: string): readonly SavedWatch[] {
    return this.list(key).items;
  }

  /** @returns whether there are no others */
  isReadable(key: string): boolean {
    return this.values.isReadable && this.list(key).isReadable;
  }

  /** Saves a watch, unless the folder is watched already. */
  add(key: string, watch: SavedWatch): void {
    this.edit(key, watch.id, (known) => known ?? watch);
  }

  /** Changes a watch, unless the folder is no longer watched. */
  change(key: string, id: string, change: Partial<Omit<SavedWatch, "id">>): void {
    this.edit(key, id, (watch) => watch && { ...watch, ...change });
  }

  remove(key: string, id: string): void {
    this.edit(key, id, () => undefined);
  }

  /** Deletes the watches of all other connections. */
  keepOnly(keys: readonly string[]): void {
    for (const [name, { key, cancel }] of this.edits) {
      if (keys.includes(key)) continue;
      cancel();
      this.edits.delete(name);
    }
    this.values.keepOnly(keys);
  }

  /** Changes are not made again: the window closes. */
  dispose(): void {
    for (const { cancel } of this.edits.values()) cancel();
    this.edits.clear();
  }

  private edit(key: string, id: string, edit: Edit): void {
    if (!this.apply(key, id, edit)) return;
    const name = `${key} ${id}`;
    const before = this.edits.get(name);
    before?.cancel();
    const both: Edit = before ? (watch) => edit(before.edit(watch)) : edit;
    const cancel = this.clock.after(SETTLE_DELAY, () => {
      this.edits.delete(name);
      this.apply(key, id, both);
    });
    this.edits.set(name, { key, edit: both, cancel });
  }

  /** @returns whether it changed anything */
  private apply(key: string, id: string, edit: Edit): boolean {
    const list = this.list(key);
    const watch = list.items.find((one) => one.id === id);
    const edited = edit(watch);
    if (isDeepStrictEqual(watch, edited)) return false;
    const all = edited ? list.with(edited) : list.without(id);
    this.values.set(key, all.length === 0 ? undefined : all);
    return true;
  }

  private list(key: string): SavedList<SavedWatch> {
    return new SavedList(this.values.get(key), KIND);
  }
}

const KIND = { read: readWatch, idOf: ({ id }: SavedWatch) => id };

/** @returns undefined also without the ID of a folder: the server cannot be asked, so it would be shown as gone on a guess */
function readWatch(json: unknown): SavedWatch | undefined {
  const id = readId(textMember(json, "id") ?? "");
  if (id === undefined) return undefined;
  const [ended, gone] = ["ended", "gone"].map((name) => member(json, name) === true);
  const notify = NOTIFY.find((choice) => choice === member(json, "notify"));
  const groups = readNumber(member(json, "groups"));
  return { id, ended: ended === true, groups, gone: gone === true, notify };
}
