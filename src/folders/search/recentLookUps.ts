import type { Memento } from "../../base/memento";
import { isObject, member } from "../../base/readJson";

const LOOK_UPS = "ozInspector.lookUps";

/** IDs per connection. */
const MAX_IDS = 20;

/** The IDs looked up last with each connection. Other windows write them too, so each call reads them again. */
export class RecentLookUps {
  constructor(private readonly memento: Memento) {}

  /** @returns the IDs looked up with a connection, latest first; unreadable ones are skipped */
  of(key: string): readonly string[] {
    const saved = member(this.all(), key);
    return Array.isArray(saved) ? saved.filter((id) => typeof id === "string") : [];
  }

  /** Puts an ID first. */
  put(key: string, id: string): void {
    const ids = [id, ...this.of(key).filter((other) => other !== id)].slice(0, MAX_IDS);
    void this.memento.update(LOOK_UPS, { ...this.all(), [key]: ids });
  }

  /** Deletes the IDs looked up with all other connections. */
  keepOnly(keys: readonly string[]): void {
    const all = Object.entries(this.all());
    const kept = all.filter(([key]) => keys.includes(key));
    if (kept.length < all.length) void this.memento.update(LOOK_UPS, Object.fromEntries(kept));
  }

  private all(): Readonly<Record<string, unknown>> {
    const saved = this.memento.get(LOOK_UPS);
    return isObject(saved) ? saved : {};
  }
}
