import type { Clock } from "../../base/clock";
import { listNamed, type Memento } from "../../base/memento";
import { isObject, member, textMember } from "../../base/readJson";
import { SharedList } from "../../base/sharedList";
import type { FolderFilter } from "./folderFilter";
import { readFilter } from "./readFilter";

/** A filter with the name that the user gave it. */
export interface SavedFilter {
  readonly name: string;
  readonly filter: FolderFilter;
}

/** The saved filters, shared by all windows and connections. */
export class SavedFilters {
  private readonly list: SharedList<SavedFilter>;

  constructor(memento: Memento, clock: Clock) {
    this.list = new SharedList(listNamed("ozInspector.filters", memento), KIND, clock);
  }

  /** @returns the saved filters sorted by name; those that this version cannot read stay saved */
  all(): readonly SavedFilter[] {
    return this.list.items.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whether there are no others. */
  get isReadable(): boolean {
    return this.list.isReadable;
  }

  /** Saves a filter, replacing one with the same name. */
  put(filter: SavedFilter): Promise<void> {
    return this.list.edit(filter.name, () => filter);
  }

  remove(name: string): Promise<void> {
    return this.list.edit(name, () => undefined);
  }

  /** See `SharedList.dispose`. */
  dispose(): void {
    this.list.dispose();
  }
}

const KIND = { read: readSaved, idOf: ({ name }: SavedFilter) => name };

/** @returns undefined also for a filter that this version does not know */
function readSaved(json: unknown): SavedFilter | undefined {
  const name = textMember(json, "name");
  const filter = member(json, "filter");
  if (name === undefined || !isObject(filter)) return undefined;
  const read = readFilter(filter);
  return read && { name, filter: read };
}
