import type { Clock } from "../../src/base/clock";

/** A clock that only `advance` moves. */
export class TestClock implements Clock {
  private time = Date.parse("2025-03-01T12:00:00Z");
  private readonly timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.time;
  }

  after(delay: number, callback: () => void): () => void {
    const timer = { at: this.time + delay, callback };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const timer of [...this.timers]) {
      if (timer.at > this.time || !this.timers.delete(timer)) continue;
      timer.callback();
    }
  }

  get pending(): number {
    return this.timers.size;
  }
}
