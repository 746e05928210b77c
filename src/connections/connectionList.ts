import { saveList, type Memento } from "../base/memento";
import { SavedList } from "../base/savedList";
import { readSavedConnection, type SavedConnection } from "./savedConnection";

const CONNECTIONS = "ozInspector.connections";
/** Of a window: the connection that it shows, "" for none. Of all windows: the one used last. */
const ACTIVE = "ozInspector.activeConnection";

const KIND = { read: readSavedConnection, idOf: ({ id }: SavedConnection) => id };

/**
 * The saved connections, shared by all windows, and which one this window shows. Other windows write too, so each call
 * reads.
 */
export class ConnectionList {
  constructor(
    private readonly memory: Memento,
    private readonly windowMemento: Memento,
  ) {}

  /** In the order in which they were added. */
  all(): readonly SavedConnection[] {
    return this.saved.items;
  }

  /** Whether there are no others: those that this version cannot read stay saved. */
  get isReadable(): boolean {
    return this.saved.isReadable;
  }

  get(id: string): SavedConnection | undefined {
    return this.all().find((saved) => saved.id === id);
  }

  /** Adds a connection, or replaces the one with its ID. */
  async put(saved: SavedConnection): Promise<void> {
    await saveList(this.memory, CONNECTIONS, this.saved.with(saved));
  }

  async remove(id: string): Promise<void> {
    await saveList(this.memory, CONNECTIONS, this.saved.without(id));
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

  private get saved(): SavedList<SavedConnection> {
    return new SavedList(this.memory.get(CONNECTIONS), KIND);
  }
}
