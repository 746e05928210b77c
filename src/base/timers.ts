import type { Clock } from "./clock";

/** Calls back once a condition has held for a while. Call `update` whenever that may have changed. */
export class DelayTimer {
  private cancel: (() => void) | undefined;

  /** @param delay milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly delay: number,
    private readonly holds: () => boolean,
    private readonly callback: () => void,
  ) {}

  update(): void {
    if (!this.holds()) this.dispose();
    // `cancel` stays set after the callback, so that there is only one until the condition has ceased to hold.
    else this.cancel ??= this.clock.after(this.delay, this.callback);
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}

/** Calls back at an interval while `isNeeded`. Call `update` when that may have changed. */
export class RepeatingTimer {
  private cancel: (() => void) | undefined;

  /** @param interval milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly interval: number,
    private readonly isNeeded: () => boolean,
    private readonly callback: () => void,
  ) {}

  update(): void {
    if (!this.isNeeded()) this.dispose();
    // A running interval goes on: frequent updates would put it off for ever.
    else this.cancel ??= this.clock.after(this.interval, () => this.end());
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  private end(): void {
    this.cancel = undefined;
    this.callback();
    this.update();
  }
}
