import { isDeepStrictEqual } from "node:util";
import { isObject, member, type JsonObject } from "./readJson";

/** How the items of a saved list are told apart and read. */
export interface ItemKind<T> {
  /** @returns undefined if unreadable, as what another version wrote may be */
  read(saved: unknown): T | undefined;
  idOf(item: T): string;
}

/** @returns the item after a change; undefined if the list no longer has it */
export type Edit<T> = (item: T | undefined) => T | undefined;

/**
 * A list as it was saved: by this version, an older or a newer one, or by hand. A change concerns members of one item; what
 * this version cannot read stays in the list, and so do members that it does not know or cannot read.
 */
export class SavedList<T> {
  private readonly entries: readonly { readonly saved: unknown; readonly item: T | undefined }[];

  /** @param saved anything; what is no list has no items */
  constructor(
    private readonly saved: unknown,
    private readonly kind: ItemKind<T>,
  ) {
    this.entries = this.all.map((one) => ({ saved: one, item: kind.read(one) }));
  }

  /** What to save. */
  get all(): readonly unknown[] {
    return Array.isArray(this.saved) ? (this.saved as unknown[]) : [];
  }

  /** The readable items; the first of those with one ID. */
  get items(): readonly T[] {
    const byId = new Map<string, T>();
    for (const { item } of this.entries)
      if (item !== undefined && !byId.has(this.kind.idOf(item))) byId.set(this.kind.idOf(item), item);
    return [...byId.values()];
  }

  /** Whether all of it is readable; a missing list is. */
  get isReadable(): boolean {
    const isList = Array.isArray(this.saved ?? []);
    return isList && this.entries.every(({ item }) => item !== undefined);
  }

  /** @returns the list with an item added, at its end, changed or removed; this one if nothing changes */
  edited(id: string, edit: Edit<T>): SavedList<T> {
    const index = this.entries.findIndex(({ item }) => this.hasId(item, id));
    const before = this.entries[index];
    const item = edit(before?.item);
    // As it will be read, because members that are undefined are not saved.
    if (isDeepStrictEqual(before?.item, item && this.kind.read(item))) return this;
    if (item === undefined) return this.next(this.entries.filter((entry) => !this.hasId(entry.item, id)));
    const saved =
      isObject(before?.saved) && isObject(item)
        ? { ...before.saved, ...changedMembers(before.item, item) }
        : item;
    const entry = { saved, item };
    return this.next(before ? this.entries.with(index, entry) : [...this.entries, entry]);
  }

  private next(entries: typeof this.entries): SavedList<T> {
    return new SavedList(
      entries.map(({ saved }) => saved),
      this.kind,
    );
  }

  private hasId(item: T | undefined, id: string): boolean {
    return item !== undefined && this.kind.idOf(item) === id;
  }
}

/** @returns the members of an object that are not as they were */
function changedMembers(before: unknown, after: JsonObject): JsonObject {
  const members = Object.entries(after).filter(
    ([name, value]) => !isDeepStrictEqual(value, member(before, name)),
  );
  return Object.fromEntries(members);
}
