import type { Clock } from "../../base/clock";

/** Milliseconds for which a miss counts. */
const LIFETIME = 600_000;

/** Beyond this the oldest is forgotten. */
const MOST = 1000;

/** The ids of which servers said that they have them not, so that nobody asks again at each look. */
export class NotFoundCache {
  private readonly times = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @param key tells one connection from others */
  has(key: string, id: string): boolean {
    const at = this.times.get(`${key} ${id}`);
    return at !== undefined && this.clock.now() - at < LIFETIME;
  }

  add(key: string, id: string): void {
    const miss = `${key} ${id}`;
    this.times.delete(miss);
    this.times.set(miss, this.clock.now());
    const [oldest] = this.times.keys();
    if (oldest !== undefined && this.times.size > MOST) this.times.delete(oldest);
  }
}
