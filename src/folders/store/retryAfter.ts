import * as l10n from "@vscode/l10n";
import type { Clock } from "../../base/clock";
import { hostOf } from "../../oz/http/hostInWords";
import { OzError } from "../../oz/http/ozError";

/** Milliseconds: a longer wait is told, with its end; a shorter one is over before anybody asks for it. */
export const LONG_WAIT = 60_000;

/** What a server has asked for. */
interface Wait {
  /** When it may be asked again, in milliseconds of `Clock.elapsed`, and in epoch milliseconds. */
  readonly until: number;
  readonly untilNow: number;
  /** As in `OzError`. */
  readonly origin: string;
}

/** How long servers have asked not to be sent requests (`Retry-After`): one place for all that read folders. */
export class RetryAfter {
  private readonly waits = new Map<string, Wait>();
  /** The server that was asked last. */
  private current: string | undefined;
  private asksAnyway = false;

  constructor(private readonly clock: Pick<Clock, "now" | "elapsed">) {}

  /** Until when the server that was asked last waits, in milliseconds of `Clock.elapsed`; `-Infinity` if it does not. */
  get until(): number {
    const wait = this.current === undefined ? undefined : this.waits.get(this.current);
    return wait && !this.asksAnyway ? this.clock.elapsed() + this.left(wait) : -Infinity;
  }

  /**
   * Sends a request unless the server has asked to wait, and remembers if its reply asks for that.
   * @param server as `OzClient.baseUrl`
   * @throws OzError "tooManyRequests" without sending anything, or the error of the request
   */
  async guard<T>(server: string, request: () => Promise<T>): Promise<T> {
    this.current = server;
    if (this.asksAnyway) this.waits.delete(server);
    this.asksAnyway = false;
    const wait = this.waits.get(server);
    const left = wait ? this.left(wait) : 0;
    if (wait && left > 0) throw stillWaiting(wait.origin, left);
    try {
      return await request();
    } catch (error) {
      if (error instanceof OzError && error.retryAfter !== undefined)
        this.note(server, error, error.retryAfter);
      throw error;
    }
  }

  /** Lets the next request through, whichever server it asks: the user wants to know now. */
  askAnyway(): void {
    this.asksAnyway = true;
  }

  /** The connection has changed: `until` is that of the next server to be asked. */
  leave(): void {
    this.current = undefined;
    this.asksAnyway = false;
  }

  /** By the clock that has moved more: `elapsed` may stand still while the machine sleeps, and `now` may be set back. */
  private left({ until, untilNow }: Wait): number {
    return Math.min(until - this.clock.elapsed(), untilNow - this.clock.now());
  }

  private note(server: string, { origin }: OzError, retryAfter: number): void {
    const known = this.waits.get(server);
    if (known && this.left(known) >= retryAfter) return;
    const { clock } = this;
    const wait = { until: clock.elapsed() + retryAfter, untilNow: clock.now() + retryAfter, origin };
    this.waits.set(server, wait);
  }
}

/** @param left milliseconds; views tell when that is */
function stillWaiting(origin: string, left: number): OzError {
  const message = l10n.t("{0} asked us to wait.", hostOf(origin));
  return new OzError("tooManyRequests", message, { origin, retryAfter: left });
}
