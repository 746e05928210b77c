import { systemClock } from "../../src/base/clock";
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";
import { startFront, type Front } from "../faults/front/front";
import { RequestClock } from "../faults/window/requestClock";
import { Rest } from "../faults/window/rest";
import { useAsSystemClock } from "../unit/testClock";
import { Random } from "./random";

/** Milliseconds by which the clock moves on at once. */
const TICK = 1_000;

/** The same while replies are waited for that do not come. */
const STALLED_TICK = 5_000;

/** Turns of the event loop in which sockets are closed. */
const CLOSING_TURNS = 10_000;

/** A sandbox, the front that breaks it, and the clock of everything. */
export class SoakWorld {
  /** Rounds of requests: moments at which the extension has sent any. */
  polls = 0;
  private readonly rest: Rest;

  private constructor(
    readonly clock: RequestClock,
    readonly sandbox: SandboxServer,
    readonly front: Front,
    private readonly restore: () => void,
  ) {
    this.rest = new Rest(clock, front);
  }

  /** Replaces the clock and the random numbers of the system. @param folders that the sandbox has at first */
  static async open(seed: number, folders: number): Promise<SoakWorld> {
    const clock = new RequestClock();
    const [realClock, realRandom] = [{ ...systemClock }, Math.random];
    useAsSystemClock(clock);
    Math.random = new Random(seed).next;
    const sandbox = await startSandbox({ folders, clock, seed });
    const front = await startFront(sandbox.address, { clock });
    return new SoakWorld(clock, sandbox, front, () => {
      Object.assign(systemClock, realClock);
      Math.random = realRandom;
    });
  }

  /**
   * Lets time pass.
   * @param seconds of the clock
   * @param onTick called after each moment
   */
  async pass(seconds: number, onTick: () => void): Promise<void> {
    const end = this.clock.elapsed() + seconds * 1000;
    while (this.clock.elapsed() < end) {
      const { sent } = this.clock;
      this.clock.advance(this.clock.inFlight > 0 ? STALLED_TICK : TICK);
      await this.settle();
      if (this.clock.sent > sent) this.polls++;
      // Nobody reads them, and there are many.
      (this.front.requests as unknown[]).length = 0;
      onTick();
    }
  }

  /** Waits until all requests have their reply, or get it only as time passes. */
  async settle(): Promise<void> {
    await this.rest.come();
  }

  /** Waits a little, without letting time pass, until the sockets of the last requests are closed. */
  async closeSockets(): Promise<void> {
    for (let turn = 0; turn < CLOSING_TURNS && this.front.openSockets > 0; turn++)
      await new Promise(setImmediate);
  }

  async close(): Promise<void> {
    await this.front.close();
    await this.sandbox.close();
    this.rest.dispose();
    this.restore();
  }
}
