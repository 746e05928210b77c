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

/** Milliseconds that `Date` leaves open. */
const OPEN = 1_000;

/** The same moment by three clocks. */
interface Moment {
  readonly server: number;
  readonly now: number;
  readonly elapsed: number;
}

/**
 * The clock of one server, as its replies tell it. Before the first one, it is taken to be this machine's. A reply that
 * tells another time is believed once a second one agrees with it: one alone may be wrong.
 */
export class ServerClock {
  private known: Moment;
  /** Whether no reply has told it. */
  private isGuess = true;
  /** When a reply last agreed with it; in milliseconds of `Clock.elapsed`. */
  private agreedAt = -Infinity;
  /** What the last reply told that was not believed. */
  private doubted: Moment | undefined;

  constructor(private readonly clock: Pick<Clock, "now" | "elapsed">) {
    this.known = this.momentAt(clock.now());
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.later(this.known);
  }

  /**
   * Learns from a reply. What is known stays if the reply allows it, so that ages do not flicker by a second. The first
   * reply is believed alone if it tells an earlier time than this machine: then nothing seems to take too long.
   * @param took milliseconds from the request to the reply: the server wrote `Date` somewhere in between
   */
  learn(reply: HttpReply, took: number): void {
    const date = dateOf(reply);
    if (date === undefined) return;
    const known = this.now();
    const elapsed = this.clock.elapsed();
    const allows = (moment: Moment): boolean =>
      date < this.later(moment) + OPEN + took &&
      date + OPEN + took > moment.server + (elapsed - moment.elapsed);
    const agrees = allows(this.known);
    const isSecond = this.doubted !== undefined && allows(this.doubted);
    const isBelieved =
      agrees || (date < known ? isSecond || this.isGuess : isSecond && elapsed - this.agreedAt >= MEMORY);
    if (!isBelieved) {
      this.doubted = this.momentAt(date);
      return;
    }
    if (agrees || isSecond) this.agreedAt = elapsed;
    this.isGuess = false;
    this.known = this.momentAt(known >= date && known < date + OPEN + took ? known : date);
  }

  private momentAt(server: number): Moment {
    return { server, now: this.clock.now(), elapsed: this.clock.elapsed() };
  }

  /**
   * @returns the server's time now, if it was that at a moment. The clock that has moved more since then counts: this
   * machine's may have been set back, and `elapsed` may stand still while the machine sleeps
   */
  private later({ server, now, elapsed }: Moment): number {
    return server + Math.max(this.clock.now() - now, this.clock.elapsed() - elapsed);
  }
}
