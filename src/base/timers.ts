import type { Clock } from "./clock";

/** Ten minutes, in milliseconds. */
const IDLE_DELAY = 600_000;

/** Calls back once after ten minutes of idleness. Call `update` whenever `isIdle` may have changed. */
export class IdleTimer {
  private cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly isIdle: () => boolean,
    private readonly callback: () => void,
  ) {}

  update(): void {
    if (!this.isIdle()) this.dispose();
    // `cancel` stays set after the callback, so that each idle period has only one.
    else this.cancel ??= this.clock.after(IDLE_DELAY, this.callback);
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}

/** Calls back at an interval while `isNeeded`. Call `update` when that may have changed: it restarts the interval. */
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
    this.dispose();
    if (!this.isNeeded()) return;
    this.cancel = this.clock.after(this.interval, () => {
      this.callback();
      this.update();
    });
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
