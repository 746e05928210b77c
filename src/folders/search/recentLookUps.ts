import { Emitter } from "../../base/emitter";
import { MAX_RECENT_LOOK_UPS } from "../../base/limits";
import { ValuesByConnection, type Memento } from "../../base/memento";

/** The IDs looked up last with each connection, in all windows. */
export class RecentLookUps {
  private readonly values: ValuesByConnection;
  private readonly puts = new Emitter<undefined>();

  /** Fires when an ID was looked up in this window. */
  readonly onDidPut = this.puts.event;

  constructor(memento: Memento) {
    this.values = new ValuesByConnection(memento, "ozInspector.lookUps");
  }

  /** @returns the IDs looked up with a connection, latest first; unreadable ones are skipped */
  of(key: string): readonly string[] {
    return this.all(key).filter((id) => typeof id === "string");
  }

  /** Puts an ID first. What this version cannot read stays saved. */
  put(key: string, id: string): void {
    const ids = [id, ...this.of(key).filter((other) => other !== id)].slice(0, MAX_RECENT_LOOK_UPS);
    this.values.set(key, [...ids, ...this.all(key).filter((other) => typeof other !== "string")]);
    this.puts.fire(undefined);
  }

  /** Deletes the IDs looked up with all other connections. */
  keepOnly(keys: readonly string[]): void {
    this.values.keepOnly(keys);
  }

  private all(key: string): readonly unknown[] {
    const saved = this.values.get(key);
    return Array.isArray(saved) ? saved : [];
  }
}
