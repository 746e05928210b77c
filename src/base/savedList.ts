import { isObject } from "./readJson";

/** How the items of a saved list are told apart and read. */
export interface ItemKind<T> {
  /** @returns undefined if unreadable, as what another version wrote may be */
  read(saved: unknown): T | undefined;
  idOf(item: T): string;
}

/**
 * A list as it was saved: by this version, an older or a newer one, or by hand. Changes concern one item; what this version
 * cannot read stays in the list, and so do members that it does not know.
 */
export class SavedList<T> {
  private readonly entries: readonly { readonly saved: unknown; readonly item: T | undefined }[];

  /** @param saved anything; what is no list has no items */
  constructor(
    private readonly saved: unknown,
    private readonly kind: ItemKind<T>,
  ) {
    const list: readonly unknown[] = Array.isArray(saved) ? saved : [];
    this.entries = list.map((one) => ({ saved: one, item: kind.read(one) }));
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

  /** @returns the list to save with the item in place of the one with its ID, or at its end */
  with(item: T): readonly unknown[] {
    const index = this.entries.findIndex((entry) => this.hasId(entry.item, this.kind.idOf(item)));
    const before = this.entries[index]?.saved;
    const saved = isObject(before) && isObject(item) ? { ...before, ...item } : item;
    const all = this.entries.map((entry) => entry.saved);
    return index < 0 ? [...all, saved] : all.with(index, saved);
  }

  /** @returns the list to save without the item that has the ID */
  without(id: string): readonly unknown[] {
    return this.entries.filter(({ item }) => !this.hasId(item, id)).map(({ saved }) => saved);
  }

  private hasId(item: T | undefined, id: string): boolean {
    return item !== undefined && this.kind.idOf(item) === id;
  }
}
