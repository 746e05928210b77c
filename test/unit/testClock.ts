import { systemClock, type Clock } from "../../src/base/clock";

/** A clock that only `advance` and `jump` move. */
export class TestClock implements Clock {
  /** Milliseconds since the start. */
  private time = 0;
  /** Epoch milliseconds of the start, by the time that `now` tells. */
  private start = Date.parse("2025-03-01T12:00:00Z");
  private readonly timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.start + this.time;
  }

  elapsed(): number {
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

  /**
   * Moves only `now`: the user sets the machine's time, or the machine sleeps on a system where `elapsed` stands still.
   * @param milliseconds negative for back
   */
  jump(milliseconds: number): void {
    this.start += milliseconds;
  }

  get pending(): number {
    return this.timers.size;
  }

  /** When the next timer is due, in milliseconds of `elapsed`; undefined if there is none. */
  get next(): number | undefined {
    const times = [...this.timers].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}

/** Makes the clock that of the extension, which runs as a whole. */
export function useAsSystemClock(clock: TestClock): void {
  Object.assign(systemClock, {
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    after: (delay: number, callback: () => void) => clock.after(delay, callback),
  });
}
