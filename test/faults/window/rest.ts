import { setTimeout as realDelay } from "node:timers/promises";
import type { Front } from "../front/front";
import type { RequestClock } from "./requestClock";
import { Traffic } from "./traffic";

/** Milliseconds of real time after which a request on whose connection nothing moves is taken to stall. */
const PATIENCE = 40;

/** The same in turns of the event loop, in which all servers run too: a busy machine may let this process wait. */
const PATIENT_TURNS = 20;

/** Milliseconds of real time that reading a reply may take, such as one that is unpacked. */
const MAX_READING = 3000;

/** Turns of the event loop without a request after which nothing is taken to happen any more. */
const QUIET_TURNS = 6;

/** Waits, while the clock stands still, for a window behind a front to do all that it does at this moment. */
export class Rest {
  private readonly traffic = new Traffic();

  constructor(
    private readonly clock: RequestClock,
    private readonly front: Front,
  ) {}

  /**
   * @param onTurn called at each turn of the event loop
   * @returns whether nothing is under way; false if requests stall: they end only as time passes
   */
  async come(onTurn: () => void = () => undefined): Promise<boolean> {
    let [quiet, still] = [0, 0];
    let [amount, movedAt] = [this.traffic.amount, performance.now()];
    while (quiet < QUIET_TURNS) {
      await new Promise(setImmediate);
      onTurn();
      quiet = this.clock.inFlight === 0 ? quiet + 1 : 0;
      if (quiet > 0) continue;
      const now = this.traffic.amount;
      if (now !== amount) [amount, movedAt, still] = [now, performance.now(), 0];
      else still++;
      const waited = performance.now() - movedAt;
      if (waited > this.patience && still > PATIENT_TURNS) return false;
      if (waited > 2) await realDelay(1);
    }
    return true;
  }

  /** Ends the count of what connections carry. */
  dispose(): void {
    this.traffic.dispose();
  }

  /** Milliseconds of real time to wait for what does not move: a reply that has come is being read. */
  private get patience(): number {
    return this.front.openSockets === 0 ? MAX_READING : PATIENCE;
  }
}
