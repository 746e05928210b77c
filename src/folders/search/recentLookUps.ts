import type { Memento } from "../../base/memento";
import { isObject, member } from "../../base/readJson";

const LOOK_UPS = "ozInspector.lookUps";

/** So many ids are remembered for each connection. */
const MOST = 20;

/** The ids that were looked up last, of each connection. Other windows write too: each call reads. */
export class RecentLookUps {
  constructor(private readonly memory: Memento) {}

  /** @returns the ids that were looked up with a connection, the last one first; what cannot be read is passed over */
  of(key: string): readonly string[] {
    const saved = member(this.memory.get(LOOK_UPS), key);
    return Array.isArray(saved) ? saved.filter((id) => typeof id === "string") : [];
  }

  /**
   * Puts an id first.
   * @param known all connections there are: what is remembered for others is forgotten
   */
  put(key: string, id: string, known: readonly string[]): void {
    const saved = this.memory.get(LOOK_UPS);
    const kept = Object.entries(isObject(saved) ? saved : {}).filter(([other]) => known.includes(other));
    const ids = [id, ...this.of(key).filter((other) => other !== id)].slice(0, MOST);
    void this.memory.update(LOOK_UPS, { ...Object.fromEntries(kept), [key]: ids });
  }
}
