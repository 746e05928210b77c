import type { Clock } from "./clock";

/** Calls back again and again while wanted. To be told by `update` when that may have changed. */
export class RepeatingTimer {
  private cancel: (() => void) | undefined;

  /** @param interval milliseconds: the finest time that is told */
  constructor(
    private readonly clock: Clock,
    private readonly interval: number,
    private readonly wanted: () => boolean,
    private readonly tick: () => void,
  ) {}

  update(): void {
    this.dispose();
    if (!this.wanted()) return;
    this.cancel = this.clock.after(this.interval, () => {
      this.tick();
      this.update();
    });
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
