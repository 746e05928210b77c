import { isDeepStrictEqual } from "node:util";
import { isObject, member, type JsonObject } from "./readJson";

/** How the items of a saved list are told apart and read. */
export interface ItemKind<T> {
  /** @returns undefined if unreadable, as what another version wrote may be */
  read(saved: unknown): T | undefined;
  idOf(item: T): string;
}

/** An item as it was saved, and as it is read; undefined if unreadable. */
interface Entry<T> {
  readonly saved: unknown;
  readonly item: T | undefined;
}

/** @returns the item after a change; undefined if the list no longer has it */
export type Edit<T> = (item: T | undefined) => T | undefined;

/**
 * A list as it was saved: by this version, an older or a newer one, or by hand. A change concerns members of one item; what
 * this version cannot read stays in the list, and so do members that it does not know or cannot read.
 */
export class SavedList<T> {
  private constructor(
    private readonly entries: readonly Entry<T>[],
    /** Whether it was saved as a list, or not at all. */
    private readonly isList: boolean,
    private readonly kind: ItemKind<T>,
  ) {}

  /** @param saved anything; what is no list has no items */
  static read<T>(saved: unknown, kind: ItemKind<T>): SavedList<T> {
    const all = Array.isArray(saved) ? (saved as unknown[]) : [];
    return new SavedList(
      all.map((one) => ({ saved: one, item: kind.read(one) })),
      Array.isArray(saved ?? []),
      kind,
    );
  }

  /** What to save. */
  get all(): readonly unknown[] {
    return this.entries.map(({ saved }) => saved);
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
    return this.isList && this.entries.every(({ item }) => item !== undefined);
  }

  /** @returns the list with an item added, at its end, changed or removed; this one if nothing changes */
  edited(id: string, edit: Edit<T>): SavedList<T> {
    const index = this.entries.findIndex(({ item }) => this.hasId(item, id));
    const before = this.entries[index];
    const item = edit(before?.item);
    // As it will be read, because members that are undefined are not saved.
    const read = item && this.kind.read(item);
    if (isDeepStrictEqual(before?.item, read)) return this;
    if (item === undefined) return this.next(this.entries.filter((entry) => !this.hasId(entry.item, id)));
    const saved =
      isObject(before?.saved) && isObject(item)
        ? { ...before.saved, ...changedMembers(before.item, item) }
        : item;
    const entry = { saved, item: this.kind.read(saved) };
    return this.next(before ? this.entries.with(index, entry) : [...this.entries, entry]);
  }

  private next(entries: readonly Entry<T>[]): SavedList<T> {
    return new SavedList(entries, true, this.kind);
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
