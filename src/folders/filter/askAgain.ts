import type { Clock } from "../../base/clock";
import { OzError, type OzErrorReason } from "../../oz/http/ozError";
import { Backoff } from "../poll/backoff";
import { LONG_WAIT } from "../store/retryAfter";

/** How often one page is asked for again. */
const MAX_AGAIN = 4;

/** Milliseconds: `Backoff` doubles it at each failure in a row, so that the first wait is twice as long. */
const INTERVAL = 1000;

/** Why a request may succeed a moment later. */
const MAY_PASS: ReadonlySet<OzErrorReason> = new Set([
  "offline",
  "refused",
  "unknownHost",
  "reset",
  "timeout",
  "tooManyRequests",
  "serverError",
]);

export interface AskAgainOptions {
  readonly clock: Pick<Clock, "elapsed" | "after">;
  /** See `Backoff`. */
  readonly random: () => number;
  /** End a wait at once, with their reason. */
  readonly signals: readonly AbortSignal[];
  /** Called when a wait begins. */
  readonly onWait: () => void;
}

/**
 * Makes a request again if it fails for a reason that may pass: `MAX_AGAIN` times, after 2, 4, 8 and 16 s, or when the server
 * has asked for it. A wait of more than a minute is not waited for: the user should know.
 * @throws what the last request did, or the reason of a signal
 */
export async function askAgain<T>(
  request: () => Promise<T>,
  { clock, random, signals, onWait }: AskAgainOptions,
): Promise<T> {
  const backoff = new Backoff(random);
  const signal = AbortSignal.any([...signals]);
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (signal.aborted || !(error instanceof OzError) || !MAY_PASS.has(error.reason)) throw error;
      const { retryAfter = 0 } = error;
      backoff.ended(true, clock.elapsed());
      if (backoff.failures > MAX_AGAIN || retryAfter > LONG_WAIT) throw error;
      onWait();
      await pause(Math.max(retryAfter, backoff.slow(INTERVAL, true)), clock, signal);
    }
  }
}

/** @throws the signal's reason once it is aborted */
function pause(delay: number, clock: Pick<Clock, "after">, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      stop();
      reject(signal.reason as Error);
    };
    const stop = clock.after(delay, () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    signal.addEventListener("abort", abort, { once: true });
  });
}
