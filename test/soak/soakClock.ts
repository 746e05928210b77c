import { TestClock } from "../unit/testClock";

/** Seconds that a request may take, as the settings say: no other timer has this delay, so each one is a request. */
export const REQUEST_LIMIT = 29;

/** A clock that counts the requests that the extension sends and waits for. */
export class SoakClock extends TestClock {
  /** Requests that were sent. */
  sent = 0;
  /** Requests that have no reply yet. */
  waiting = 0;

  override after(delay: number, callback: () => void): () => void {
    if (delay !== REQUEST_LIMIT * 1000) return super.after(delay, callback);
    this.sent++;
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
