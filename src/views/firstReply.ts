import type { Clock } from "../base/clock";
import { DelayTimer } from "../base/timers";

/** Milliseconds: a reply within this time needs no message, which would only make the rows jump. */
const PATIENCE = 500;

/** Notices that the first reply to a list takes longer than a moment. Call `update` whenever it may have come. */
export class FirstReply {
  private readonly timer: DelayTimer;
  private late = false;

  /**
   * @param isAwaited whether the user looks at a list that has neither rows nor a failure yet
   * @param onLate called when the reply becomes late
   */
  constructor(
    clock: Clock,
    private readonly isAwaited: () => boolean,
    onLate: () => void,
  ) {
    this.timer = new DelayTimer(clock, PATIENCE, isAwaited, () => {
      this.late = true;
      onLate();
    });
  }

  get isLate(): boolean {
    return this.late;
  }

  update(): void {
    this.late &&= this.isAwaited();
    this.timer.update();
  }

  dispose(): void {
    this.timer.dispose();
  }
}
