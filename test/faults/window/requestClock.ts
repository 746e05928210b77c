import { TestClock } from "../../unit/testClock";

/** Seconds that a request of the window may take. No timer but that of a request runs as long, so each one is a request. */
export const TIME_LIMIT = 31;

/** The clock of a window under test, which counts the requests that the window sends and waits for. */
export class RequestClock extends TestClock {
  /** Requests that were sent. */
  sent = 0;
  /** Requests that have neither been answered nor failed. */
  inFlight = 0;

  override after(delay: number, callback: () => void): () => void {
    if (delay !== TIME_LIMIT * 1000) return super.after(delay, callback);
    this.sent++;
    this.inFlight++;
    let isOver = false;
    const end = (): void => {
      if (!isOver) this.inFlight--;
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
