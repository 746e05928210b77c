import type { Clock } from "../../base/clock";
import { MAX_NOT_FOUND } from "../../base/limits";

/** Milliseconds after which an ID is requested again. */
const LIFETIME = 600_000;

/** IDs that servers do not have, so that hovering does not request them again and again. */
export class NotFoundCache {
  private readonly times = new Map<string, number>();

  constructor(private readonly clock: Pick<Clock, "elapsed">) {}

  /** @param key identifies the connection */
  has(key: string, id: string): boolean {
    const at = this.times.get(`${key} ${id}`);
    return at !== undefined && this.clock.elapsed() - at < LIFETIME;
  }

  add(key: string, id: string): void {
    const entry = `${key} ${id}`;
    this.times.delete(entry);
    this.times.set(entry, this.clock.elapsed());
    const [oldest] = this.times.keys();
    if (oldest !== undefined && this.times.size > MAX_NOT_FOUND) this.times.delete(oldest);
  }
}
