import type { Clock } from "../base/clock";
import { listNamed, type Memento } from "../base/memento";
import { SharedList } from "../base/sharedList";
import { readSavedConnection, type Naming, type SavedConnection } from "./savedConnection";

/** Of a window: the connection that it shows, "" for none. Of all windows: the one used last. */
const ACTIVE = "ozInspector.activeConnection";

const KIND = { read: readSavedConnection, idOf: ({ id }: SavedConnection) => id };

/** @param naming undefined: the connection's own */
function withNaming<Saved extends SavedConnection>(saved: Saved, naming: Naming = saved): Saved {
  return { ...saved, name: naming.name, mark: naming.mark };
}

/** The saved connections, shared by all windows, and which one this window shows. */
export class ConnectionList {
  private readonly list: SharedList<SavedConnection>;

  constructor(
    private readonly memory: Memento,
    private readonly windowMemento: Memento,
    clock: Clock,
  ) {
    this.list = new SharedList(listNamed("ozInspector.connections", memory), KIND, clock);
  }

  /** In the order in which they were added. */
  all(): readonly SavedConnection[] {
    return this.list.items;
  }

  /** Whether there are no others: those that this version cannot read stay saved. */
  get isReadable(): boolean {
    return this.list.isReadable;
  }

  get(id: string): SavedConnection | undefined {
    return this.all().find((saved) => saved.id === id);
  }

  /** Adds a connection, or replaces the one with its ID but for its naming: another window may have changed that. */
  put(saved: SavedConnection): Promise<void> {
    return this.list.edit(saved.id, (known) => withNaming(saved, known));
  }

  /** @returns the connection, called what the user calls it now */
  named<Saved extends SavedConnection>(saved: Saved): Saved {
    return withNaming(saved, this.get(saved.id));
  }

  /** Changes a connection, unless it was removed. */
  change(id: string, change: (known: SavedConnection) => SavedConnection): Promise<void> {
    return this.list.edit(id, (known) => known && change(known));
  }

  remove(id: string): Promise<void> {
    return this.list.edit(id, () => undefined);
  }

  /** See `SharedList.dispose`. */
  dispose(): void {
    this.list.dispose();
  }

  /** The connection of this window; in a new window the one used last. */
  get active(): SavedConnection | undefined {
    const ids = [this.windowMemento.get(ACTIVE), this.memory.get(ACTIVE)];
    const id = ids.find((one) => typeof one === "string");
    return id === undefined ? undefined : this.get(id);
  }

  /** @param id undefined for none */
  activate(id: string | undefined): void {
    void this.windowMemento.update(ACTIVE, id ?? "");
    void this.memory.update(ACTIVE, id);
  }

  /** @returns the preferred name, with a number if another connection has it */
  freeName(preferred: string): string {
    const taken = new Set(this.all().map(({ name }) => name));
    let name = preferred;
    for (let count = 2; taken.has(name); count++) name = `${preferred} (${count})`;
    return name;
  }
}
