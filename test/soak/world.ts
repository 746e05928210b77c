import { systemClock } from "../../src/base/clock";
import { startSandbox, type SandboxServer } from "../../src/sandbox/start";
import { startFront, type Front } from "../faults/front/front";
import { useAsSystemClock } from "../unit/testClock";
import { Random } from "./random";
import { SoakClock } from "./soakClock";

/** Milliseconds by which the clock moves on at once. */
const TICK = 1_000;

/** The same while replies are waited for that do not come. */
const STALLED_TICK = 5_000;

/**
 * Turns of the event loop, in which all servers run too, and real milliseconds. If nothing moves meanwhile, a reply is
 * taken to come only as the clock moves on.
 */
const STALLED = { turns: 300, milliseconds: 60 };

/** Turns of the event loop in which no request is sent or waits, after which the extension is taken to be at rest. */
const QUIET_TURNS = 3;

/** Turns of the event loop in which sockets are closed. */
const CLOSING_TURNS = 10_000;

/** A sandbox, the front that breaks it, and the clock of everything. */
export class SoakWorld {
  /** Rounds of requests: moments at which the extension has sent any. */
  polls = 0;

  private constructor(
    readonly clock: SoakClock,
    readonly sandbox: SandboxServer,
    readonly front: Front,
    private readonly restore: () => void,
  ) {}

  /** Replaces the clock and the random numbers of the system. @param folders that the sandbox has at first */
  static async open(seed: number, folders: number): Promise<SoakWorld> {
    const clock = new SoakClock();
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
      this.clock.advance(this.clock.waiting > 0 ? STALLED_TICK : TICK);
      await this.settle();
      if (this.clock.sent > sent) this.polls++;
      // Nobody reads them, and there are many.
      (this.front.requests as unknown[]).length = 0;
      onTick();
    }
  }

  /** Waits until all requests have their reply, or get it only as time passes. */
  async settle(): Promise<void> {
    let quiet = 0;
    let before = "";
    let since = performance.now();
    let turns = 0;
    while (quiet < QUIET_TURNS) {
      await new Promise(setImmediate);
      const { waiting, sent } = this.clock;
      quiet = waiting > 0 ? 0 : quiet + 1;
      const now = `${waiting} ${sent} ${this.front.openSockets}`;
      turns = now === before ? turns + 1 : 0;
      if (turns === 0) since = performance.now();
      if (turns > STALLED.turns && performance.now() - since > STALLED.milliseconds) return;
      before = now;
    }
  }

  /** Waits a little, without letting time pass, until the sockets of the last requests are closed. */
  async closeSockets(): Promise<void> {
    for (let turn = 0; turn < CLOSING_TURNS && this.front.openSockets > 0; turn++)
      await new Promise(setImmediate);
  }

  async close(): Promise<void> {
    await this.front.close();
    await this.sandbox.close();
    this.restore();
  }
}
