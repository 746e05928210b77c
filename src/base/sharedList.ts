import { isDeepStrictEqual } from "node:util";
import type { Clock } from "./clock";
import type { ListStore } from "./memento";
import { SavedList, type Edit, type ItemKind } from "./savedList";

/** Milliseconds after which VS Code has carried global state from one window to another. */
export const SETTLE_DELAY = 1_000;

/** What this window has changed in the last moment. */
interface PendingEdit<T> {
  readonly edit: Edit<T>;
  readonly cancel: () => void;
}

/** A list as it is saved, with what this window has changed in the last moment. */
interface Current<T> {
  /** As the store returned it. */
  readonly saved: unknown;
  readonly list: SavedList<T>;
  /** Whether changes were lost. */
  readonly isLost: boolean;
}

/**
 * A list that all windows share. They write it too, so each call reads it anew and a change concerns one item.
 *
 * VS Code writes all of our global state at once: what another window writes at the same moment may undo a change, so until
 * that has settled a change counts as made here, and then it is made again if it was lost.
 */
export class SharedList<T> {
  /** By the item's ID. */
  private readonly pending = new Map<string, PendingEdit<T>>();
  /** Kept while the same is saved: to make all changes again for each of many calls would take long. */
  private known: Current<T> | undefined;

  constructor(
    private readonly store: ListStore,
    private readonly kind: ItemKind<T>,
    private readonly clock: Clock,
  ) {}

  get items(): readonly T[] {
    return this.current.list.items;
  }

  /** Whether there are no others: those that this version cannot read stay saved. */
  get isReadable(): boolean {
    return this.current.list.isReadable;
  }

  /**
   * Adds, changes or removes an item.
   * @param edit of this item only; may be called again with what others have made of it
   * @throws what the store throws: then the change is not made again
   */
  edit(id: string, edit: Edit<T>): Promise<void> {
    return this.editAll(new Map([[id, edit]]));
  }

  /**
   * The same for several items at once, which takes far less time than one after another.
   * @param edits by the item's ID
   */
  async editAll(edits: ReadonlyMap<string, Edit<T>>): Promise<void> {
    const before = this.current.list;
    const after = [...edits].reduce((all, [id, edit]) => all.edited(id, edit), before);
    if (after === before) return;
    const pending = [...edits].map(([id, edit]) => [id, this.addPending(id, edit)] as const);
    const { all } = after;
    this.known = { saved: all, list: after, isLost: false };
    try {
      const written = this.store.set(all);
      // VS Code keeps a copy. Known as what was written, it need not be compared with all changes of the last moment.
      const saved = this.store.get();
      if (isDeepStrictEqual(saved, all)) this.known = { saved, list: after, isLost: false };
      await written;
    } catch (error) {
      for (const [id, one] of pending) if (this.pending.get(id) === one) this.forget(id);
      throw error;
    }
  }

  /** Changes are not made again: the window closes, or the list is no longer needed. */
  dispose(): void {
    for (const id of [...this.pending.keys()]) this.forget(id);
  }

  private addPending(id: string, edit: Edit<T>): PendingEdit<T> {
    const earlier = this.pending.get(id);
    earlier?.cancel();
    const both: Edit<T> = earlier ? (item) => edit(earlier.edit(item)) : edit;
    const pending = { edit: both, cancel: this.clock.after(SETTLE_DELAY, () => this.settle(id)) };
    this.pending.set(id, pending);
    return pending;
  }

  /** Makes a change again if another window has undone it. */
  private settle(id: string): void {
    const { list, isLost } = this.current;
    this.pending.delete(id);
    if (!isLost) return;
    const { all } = list;
    this.known = { saved: all, list, isLost: false };
    void this.store.set(all).catch(() => undefined);
  }

  private forget(id: string): void {
    this.pending.get(id)?.cancel();
    this.pending.delete(id);
    this.known = undefined;
  }

  private get current(): Current<T> {
    const saved = this.store.get();
    const { known } = this;
    if (known && known.saved === saved) return known;
    const first = SavedList.read(saved, this.kind);
    const list = [...this.pending].reduce((all, [id, { edit }]) => all.edited(id, edit), first);
    this.known = { saved, list, isLost: list !== first };
    return this.known;
  }
}
