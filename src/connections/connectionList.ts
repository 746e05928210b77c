import { type Memento, putById } from "../base/memento";
import { readSavedConnection, type SavedConnection } from "./savedConnection";

const CONNECTIONS = "ozInspector.connections";
/** Of a window: the connection that it shows, "" for none. Of all windows: the one used last. */
const ACTIVE = "ozInspector.activeConnection";

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
    const saved = this.memory.get(CONNECTIONS);
    return Array.isArray(saved) ? saved.flatMap((one) => readSavedConnection(one) ?? []) : [];
  }

  get(id: string): SavedConnection | undefined {
    return this.all().find((saved) => saved.id === id);
  }

  /** Adds a connection, or replaces the one with its ID. */
  async put(saved: SavedConnection): Promise<void> {
    await this.write(putById(this.all(), saved));
  }

  async remove(id: string): Promise<void> {
    await this.write(this.all().filter((saved) => saved.id !== id));
  }

  /** The connection of this window; in a new window the one used last. */
  get active(): SavedConnection | undefined {
    const id = this.windowMemento.get(ACTIVE) ?? this.memory.get(ACTIVE);
    return typeof id === "string" ? this.get(id) : undefined;
  }

  async activate(id: string | undefined): Promise<void> {
    await this.windowMemento.update(ACTIVE, id ?? "");
    await this.memory.update(ACTIVE, id);
  }

  /** @returns the preferred name, with a number if another connection has it */
  freeName(preferred: string): string {
    const taken = new Set(this.all().map(({ name }) => name));
    let name = preferred;
    for (let count = 2; taken.has(name); count++) name = `${preferred} (${count})`;
    return name;
  }

  private async write(all: readonly SavedConnection[]): Promise<void> {
    await this.memory.update(CONNECTIONS, all.length === 0 ? undefined : all);
  }
}
