import type { Clock } from "./clock";

/** Milliseconds that nobody has to look for it to count. */
const IDLE = 600_000;

/** Calls back once when nobody has looked for a while. To be told by `update` when that may have changed. */
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
