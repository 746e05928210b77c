import type { Memento } from "../../base/memento";
import { isObject, member } from "../../base/readJson";

const LOOK_UPS = "ozInspector.lookUps";

/** IDs per connection. */
const MOST = 20;

/** The IDs looked up last with each connection. Other windows write too, so each call reads. */
export class RecentLookUps {
  constructor(private readonly memory: Memento) {}

  /** @returns the IDs looked up with a connection, latest first; unreadable ones are skipped */
  of(key: string): readonly string[] {
    const saved = member(this.memory.get(LOOK_UPS), key);
    return Array.isArray(saved) ? saved.filter((id) => typeof id === "string") : [];
  }

  /**
   * Puts an ID first.
   * @param known the keys of all connections; the IDs of others are forgotten
   */
  put(key: string, id: string, known: readonly string[]): void {
    const saved = this.memory.get(LOOK_UPS);
    const kept = Object.entries(isObject(saved) ? saved : {}).filter(([other]) => known.includes(other));
    const ids = [id, ...this.of(key).filter((other) => other !== id)].slice(0, MOST);
    void this.memory.update(LOOK_UPS, { ...Object.fromEntries(kept), [key]: ids });
  }
}
