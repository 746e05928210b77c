import type { Clock } from "../../base/clock";
import type { HttpReply } from "./transport";

/** An HTTP date has a year of four digits, while JavaScript reads more. */
const LATEST = Date.UTC(9999, 11, 31);

/**
 * @param reply `Date` in it tells the time in whole seconds
 * @returns epoch milliseconds by the server's clock; undefined if the header is missing or no date
 */
export function dateOf(reply: HttpReply): number | undefined {
  const date = Date.parse(reply.header("date") ?? "");
  return date <= LATEST ? date : undefined;
}

/**
 * Milliseconds: where replicas of a server tell different times, the earliest counts as long as one told it so recently.
 * Then ages do not jump to and fro, and nothing is said to take too long because of one of them.
 */
const MEMORY = 60_000;

/** The clock of one server, as its replies tell it. Before the first one, it is taken to be this machine's. */
export class ServerClock {
  /** The same moment by three clocks. */
  private known: { readonly server: number; readonly now: number; readonly elapsed: number };
  /** When a reply last agreed with it, or told an earlier time; in milliseconds of `Clock.elapsed`. */
  private agreedAt = -Infinity;

  constructor(private readonly clock: Pick<Clock, "now" | "elapsed">) {
    const now = clock.now();
    this.known = { server: now, now, elapsed: clock.elapsed() };
  }

  /**
   * Epoch milliseconds. Since the last reply, the clock that has moved more counts: this machine's may have been set back,
   * and `elapsed` may stand still while the machine sleeps.
   */
  now(): number {
    const { server, now, elapsed } = this.known;
    return server + Math.max(this.clock.now() - now, this.clock.elapsed() - elapsed);
  }

  /**
   * Learns from a reply. What is known stays if the reply allows it, so that ages do not flicker by a second.
   * @param took milliseconds from the request to the reply: the server wrote `Date` somewhere in between
   */
  learn(reply: HttpReply, took: number): void {
    const date = dateOf(reply);
    if (date === undefined) return;
    const known = this.now();
    const elapsed = this.clock.elapsed();
    if (date > known + 1000 + took && elapsed - this.agreedAt < MEMORY) return;
    this.agreedAt = elapsed;
    const server = known >= date && known < date + 1000 + took ? known : date;
    this.known = { server, now: this.clock.now(), elapsed };
  }
}
