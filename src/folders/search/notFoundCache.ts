import type { Clock } from "../../base/clock";

/** Milliseconds after which an ID is requested again. */
const LIFETIME = 600_000;

/** Above this the oldest are dropped. */
const MAX_ENTRIES = 1000;

/** IDs that servers do not have, so that hovering does not request them again and again. */
export class NotFoundCache {
  private readonly times = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @param key identifies the connection */
  has(key: string, id: string): boolean {
    const at = this.times.get(`${key} ${id}`);
    return at !== undefined && this.clock.now() - at < LIFETIME;
  }

  add(key: string, id: string): void {
    const entry = `${key} ${id}`;
    this.times.delete(entry);
    this.times.set(entry, this.clock.now());
    const [oldest] = this.times.keys();
    if (oldest !== undefined && this.times.size > MAX_ENTRIES) this.times.delete(oldest);
  }
}
