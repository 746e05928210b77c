import type { Clock } from "../oz/clock";

/** The finest age that a row tells is a minute. */
const MINUTE = 60_000;

/** Calls back every minute while wanted. To be told by `update` when that may have changed. */
export class AgesTimer {
  private cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly wanted: () => boolean,
    private readonly tick: () => void,
  ) {}

  update(): void {
    this.dispose();
    if (!this.wanted()) return;
    this.cancel = this.clock.after(MINUTE, () => {
      this.tick();
      this.update();
    });
  }

  dispose(): void {
    this.cancel?.();
    this.cancel = undefined;
  }
}
