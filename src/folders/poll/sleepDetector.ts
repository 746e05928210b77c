import type { Clock } from "../../base/clock";

/** Milliseconds by which a clock or a timer is off only after the machine was asleep. */
const MIN_SLEEP = 30_000;

/**
 * Notices that the machine was asleep. Where `elapsed` goes on meanwhile, the pending timer is late. Where it stands still,
 * timers do too, and `now` has moved on without it. A clock that was set forward looks the same.
 */
export class SleepDetector {
  private lead: number;

  constructor(private readonly clock: Pick<Clock, "now" | "elapsed">) {
    this.lead = this.leadOfNow();
  }

  /**
   * @param due when the pending timer should fire, in milliseconds of `Clock.elapsed`; undefined if none is pending
   * @returns whether the machine was asleep since the last call
   */
  hasSlept(due: number | undefined): boolean {
    const before = this.lead;
    this.lead = this.leadOfNow();
    const isLate = due !== undefined && this.clock.elapsed() - due > MIN_SLEEP;
    return isLate || this.lead - before > MIN_SLEEP;
  }

  private leadOfNow(): number {
    return this.clock.now() - this.clock.elapsed();
  }
}
