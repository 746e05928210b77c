import type { Clock } from "../../base/clock";

/** Milliseconds. */
const LIFETIME = 600_000;

/** Entries; the oldest are forgotten. */
const MAX_ENTRIES = 1000;

/** IDs that servers do not have, so that they are not requested again at each hover. */
export class NotFoundCache {
  private readonly times = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @param key identifies the connection */
  has(key: string, id: string): boolean {
    const at = this.times.get(`${key} ${id}`);
    return at !== undefined && this.clock.now() - at < LIFETIME;
  }

  add(key: string, id: string): void {
    const miss = `${key} ${id}`;
    this.times.delete(miss);
    this.times.set(miss, this.clock.now());
    const [oldest] = this.times.keys();
    if (oldest !== undefined && this.times.size > MAX_ENTRIES) this.times.delete(oldest);
  }
}
