import type { Clock } from "./clock";

/** Milliseconds of idleness after which `IdleTimer` calls back. */
const IDLE = 600_000;

/** Calls back once after ten minutes of idleness. Call `update` when `isIdle` may have changed. */
export class IdleTimer {
  private cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly isIdle: () => boolean,
    private readonly callback: () => void,
  ) {}

  update(): void {
    if (!this.isIdle()) this.dispose();
    else this.cancel ??= this.clock.after(IDLE, this.callback);
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}

/** Calls back at an interval while wanted. Call `update` when `wanted` may have changed. */
export class RepeatingTimer {
  private cancel: (() => void) | undefined;

  /** @param interval milliseconds */
  constructor(
    private readonly clock: Clock,
    private readonly interval: number,
    private readonly wanted: () => boolean,
    private readonly callback: () => void,
  ) {}

  update(): void {
    this.dispose();
    if (!this.wanted()) return;
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
