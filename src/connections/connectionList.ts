import { type Memento, putById } from "../base/memento";
import { readSavedConnection, type SavedConnection } from "./savedConnection";

const CONNECTIONS = "ozInspector.connections";
/** In a window: which connection it shows, "" for none. For all windows: the one that was used last. */
const ACTIVE = "ozInspector.activeConnection";

/**
 * The connections that the user has, the same in all windows, and the one that this window shows. Other windows
 * write too, so nothing is held here: each call reads.
 */
export class ConnectionList {
  constructor(
    private readonly memory: Memento,
    private readonly windowMemento: Memento,
  ) {}

  /** In the order in which they were added. */
  all(): readonly SavedConnection[] {
    const saved = this.memory.get(CONNECTIONS);
    return Array.isArray(saved) ? saved.flatMap((one) => readSavedConnection(one) ?? []) : [];
  }

  get(id: string): SavedConnection | undefined {
    return this.all().find((saved) => saved.id === id);
  }

  /** Adds a connection, or puts it in place of the one with its id. */
  async put(saved: SavedConnection): Promise<void> {
    await this.write(putById(this.all(), saved));
  }

  async remove(id: string): Promise<void> {
    await this.write(this.all().filter((saved) => saved.id !== id));
  }

  /** The connection of this window; of a new window the one that was used last. */
  get active(): SavedConnection | undefined {
    const id = this.windowMemento.get(ACTIVE) ?? this.memory.get(ACTIVE);
    return typeof id === "string" ? this.get(id) : undefined;
  }

  async activate(id: string | undefined): Promise<void> {
    await this.windowMemento.update(ACTIVE, id ?? "");
    await this.memory.update(ACTIVE, id);
  }

  /** @returns the wanted name, or one like it that no other connection has */
  freeName(wanted: string): string {
    const taken = new Set(this.all().map(({ name }) => name));
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted} (${count})`;
    return name;
  }

  private async write(all: readonly SavedConnection[]): Promise<void> {
    await this.memory.update(CONNECTIONS, all.length === 0 ? undefined : all);
  }
}
