import { TestClock } from "../../unit/testClock";

/** Seconds that a request may take here. No timer of the extension but that of a request runs as long. */
export const TIME_LIMIT = 31;

/** The clock of a window under test. It knows how many requests are in flight, as each has a time limit. */
export class MatrixClock extends TestClock {
  private waiting = 0;

  /** How many requests have neither been answered nor failed. */
  get inFlight(): number {
    return this.waiting;
  }

  override after(delay: number, callback: () => void): () => void {
    if (delay !== TIME_LIMIT * 1000) return super.after(delay, callback);
    this.waiting++;
    let isOver = false;
    const end = (): void => {
      if (!isOver) this.waiting--;
      isOver = true;
    };
    const cancel = super.after(delay, () => {
      end();
      callback();
    });
    return () => {
      end();
      cancel();
    };
  }
}
