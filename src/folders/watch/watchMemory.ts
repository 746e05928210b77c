import type { Clock } from "../../base/clock";
import { ValuesByConnection, type Memento } from "../../base/memento";
import { member, readNumber, textMember } from "../../base/readJson";
import type { Edit } from "../../base/savedList";
import { SharedList } from "../../base/sharedList";
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

/** What changes of a saved watch. */
export type WatchChange = Partial<Omit<SavedWatch, "id">>;

/**
 * Saves the watched folders of each connection. Other windows write them too; what another window has unwatched is never
 * written back.
 */
export class WatchMemory {
  private readonly values: ValuesByConnection;
  /** By connection. */
  private readonly lists = new Map<string, SharedList<SavedWatch>>();

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
    this.edit(key, new Map([[watch.id, (known) => known ?? watch]]));
  }

  /** Saves a watch for each folder that is not watched already: its end is to be reported. */
  addNew(key: string, ids: readonly string[]): void {
    const added = (id: string): Edit<SavedWatch> => {
      return (known) => known ?? { id, ended: false, gone: false };
    };
    this.edit(key, new Map(ids.map((id) => [id, added(id)])));
  }

  /** Changes watches, by the folder's ID, unless the folder is no longer watched. */
  change(key: string, changes: ReadonlyMap<string, WatchChange>): void {
    const changed = (change: WatchChange): Edit<SavedWatch> => {
      return (watch) => watch && { ...watch, ...change };
    };
    this.edit(key, new Map([...changes].map(([id, change]) => [id, changed(change)])));
  }

  remove(key: string, id: string): void {
    this.edit(key, new Map([[id, () => undefined]]));
  }

  /** Deletes the watches of all other connections. */
  keepOnly(keys: readonly string[]): void {
    for (const [key, list] of this.lists) {
      if (keys.includes(key)) continue;
      list.dispose();
      this.lists.delete(key);
    }
    this.values.keepOnly(keys);
  }

  /** See `SharedList.dispose`. */
  dispose(): void {
    for (const list of this.lists.values()) list.dispose();
  }

  /** Never rejects: see `ValuesByConnection`. */
  private edit(key: string, edits: ReadonlyMap<string, Edit<SavedWatch>>): void {
    void this.list(key).editAll(edits);
  }

  private list(key: string): SharedList<SavedWatch> {
    const known = this.lists.get(key);
    if (known) return known;
    const list = new SharedList(this.values.listOf(key), KIND, this.clock);
    this.lists.set(key, list);
    return list;
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
