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

/**
 * A list that all windows share. They write it too, so each call reads it anew and a change concerns one item.
 *
 * VS Code writes all of our global state at once: what another window writes at the same moment may undo a change, so until
 * that has settled a change counts as made here, and then it is made again if it was lost.
 */
export class SharedList<T> {
  /** By the item's ID. */
  private readonly pending = new Map<string, PendingEdit<T>>();

  constructor(
    private readonly store: ListStore,
    private readonly kind: ItemKind<T>,
    private readonly clock: Clock,
  ) {}

  get items(): readonly T[] {
    return this.list.items;
  }

  /** Whether there are no others: those that this version cannot read stay saved. */
  get isReadable(): boolean {
    return this.list.isReadable;
  }

  /**
   * Adds, changes or removes an item.
   * @param edit of this item only; may be called again with what others have made of it
   * @throws what the store throws: then the change is not made again
   */
  async edit(id: string, edit: Edit<T>): Promise<void> {
    const before = this.list;
    const after = before.edited(id, edit);
    if (after === before) return;
    const earlier = this.pending.get(id);
    earlier?.cancel();
    const both: Edit<T> = earlier ? (item) => edit(earlier.edit(item)) : edit;
    const pending = { edit: both, cancel: this.clock.after(SETTLE_DELAY, () => this.settle(id)) };
    this.pending.set(id, pending);
    try {
      await this.store.set(after.all);
    } catch (error) {
      if (this.pending.get(id) === pending) this.forget(id);
      throw error;
    }
  }

  /** Changes are not made again: the window closes, or the list is no longer needed. */
  dispose(): void {
    for (const id of [...this.pending.keys()]) this.forget(id);
  }

  /** Makes a change again if another window has undone it. */
  private settle(id: string): void {
    const saved = new SavedList(this.store.get(), this.kind);
    const list = this.withPending(saved);
    this.forget(id);
    if (list !== saved) void this.store.set(list.all).catch(() => undefined);
  }

  private forget(id: string): void {
    this.pending.get(id)?.cancel();
    this.pending.delete(id);
  }

  private get list(): SavedList<T> {
    return this.withPending(new SavedList(this.store.get(), this.kind));
  }

  private withPending(saved: SavedList<T>): SavedList<T> {
    return [...this.pending].reduce((list, [id, { edit }]) => list.edited(id, edit), saved);
  }
}
