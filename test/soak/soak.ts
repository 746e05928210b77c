import type { OzClient } from "../../src/oz/api/client";
import { TIME_LIMIT } from "../faults/window/requestClock";
import { newestFolders, sandboxClient } from "../sandboxClient";
import { outdated } from "../unit/model/checks";
import { FaultPeriods, type FaultCount } from "./faultPeriods";
import { Life } from "./life";
import { measure, type Measure } from "./measure";
import { Random } from "./random";
import { isLie } from "./soakFaults";
import { shownBy, wronglyShown } from "./truth";
import { SoakWindow } from "./window";
import { SoakWorld } from "./world";

/** Folders on the server besides the watched ones. */
const OTHERS = 100;

/** How often something happens to a folder, the list is shown or hidden, and the user refreshes or signs in: a second. */
const CHANCES = { event: 0.1, list: 0.01, refresh: 0.001, signIn: 0.0003 };

/**
 * Seconds after which everything is right again: a request that stalls still, the longest pause with jitter, the round in
 * which one folder is read again, and the next one, which reads the others that failed.
 */
const BACKOFF = TIME_LIMIT + 60 * 1.25 + 2 * 15;

/** The same after a session was refused, see `Refusals`. */
const SESSION_BACKOFF = 300 + BACKOFF;

/** Seconds of the last fault: all pauses grow to their longest. */
const LAST_FAULT = 900;

/** Seconds between looks at the list as a whole. */
const LIST_INTERVAL = 62;

/** Minutes in which each of the watched folders that have ended is asked for by itself, in turn. */
const TURNS = 60;

/** How things stand after a part of the polls. */
export interface Standing extends Measure {
  readonly polls: number;
  readonly requests: number;
  readonly timers: number;
  /** Those that the extension has not closed. */
  readonly sockets: number;
  readonly logLines: number;
  readonly logBytes: number;
}

/** What a soak found. */
export interface SoakResult {
  readonly problems: readonly string[];
  readonly standings: readonly Standing[];
  readonly faults: ReadonlyMap<string, FaultCount>;
  readonly counts: Life["counts"];
  /** Hours by the clock that was put forward. */
  readonly hours: number;
}

/** A window that watches 50 folders of a server that goes wrong in every way. */
export class Soak {
  private readonly problems: string[] = [];
  private readonly standings: Standing[] = [];
  private readonly window: SoakWindow;
  private readonly life: Life;
  private readonly faults: FaultPeriods;
  private readonly truth: OzClient;
  private readonly random: Random;
  private isListShown = false;

  private constructor(
    private readonly world: SoakWorld,
    seed: number,
  ) {
    this.random = new Random(seed + 1);
    this.window = new SoakWindow(world.front.address);
    this.truth = sandboxClient(world.sandbox.address, world.clock);
    this.life = new Life(world, this.truth, this.window, new Random(seed + 2));
    this.faults = new FaultPeriods(world.front, new Random(seed + 3), new Random(seed + 4));
  }

  /**
   * Lets the window poll.
   * @param polls rounds of requests
   * @param parts how often it is measured meanwhile
   */
  static async run(polls: number, seed: number, parts: number): Promise<SoakResult> {
    const world = await SoakWorld.open(seed, OTHERS);
    try {
      const soak = new Soak(world, seed);
      await soak.pass(5);
      for (let part = 1; part <= parts; part++) {
        while (world.polls < (polls * part) / parts) await soak.step();
        await soak.measure();
      }
      await soak.end();
      const { problems, standings, faults, life } = soak;
      return {
        problems: [...problems, ...life.problems],
        standings,
        faults: faults.counts,
        counts: life.counts,
        hours: world.clock.elapsed() / 3_600_000,
      };
    } finally {
      await world.close();
    }
  }

  private async pass(seconds: number): Promise<void> {
    await this.world.pass(seconds, () => this.life.listen());
  }

  private async step(): Promise<void> {
    const begun = this.faults.step(this.world.clock.elapsed());
    if (begun && isLie(begun)) this.life.lie();
    if (!this.faults.current) await this.life.topUp();
    if (this.random.chance(CHANCES.event)) await this.life.step();
    if (this.random.chance(CHANCES.list)) this.showList(!this.isListShown);
    if (this.random.chance(CHANCES.refresh)) await this.life.refresh();
    // The question stays open until the server accepts the answer.
    if (this.random.chance(CHANCES.signIn) && !this.faults.current) await this.life.signIn();
    await this.pass(1);
  }

  private showList(shown: boolean): void {
    this.isListShown = shown;
    this.window.showList(shown);
  }

  /** Measures while nothing is under way. */
  private async measure(): Promise<void> {
    this.faults.end();
    await this.pass(TIME_LIMIT + 1);
    while (this.world.clock.inFlight > 0) await this.pass(1);
    await this.world.closeSockets();
    const { polls, clock, front } = this.world;
    const { lines, bytes } = this.window.logged;
    this.standings.push({
      polls,
      requests: clock.sent,
      timers: clock.pending,
      sockets: front.openSockets,
      logLines: lines,
      logBytes: bytes,
      ...measure(),
    });
  }

  /** The server fails once more, for long, and then no more: within one pause everything must be right. */
  private async end(): Promise<void> {
    // A server that has asked to wait for a day is asked only for the user.
    await this.life.refresh();
    this.showList(false);
    const last = this.faults.beginLast();
    await this.pass(LAST_FAULT);
    this.faults.end();
    await this.pass(last?.reason === "signInNeeded" ? SESSION_BACKOFF : BACKOFF);
    await this.compare(`after ${last?.id ?? "no fault"}`);
    await this.life.runAllAgain();
    await this.pass(BACKOFF);
    await this.compare("after all have run again");
    this.showList(true);
    await this.pass(LIST_INTERVAL);
    await this.compare("in the list");
    this.problems.push(...outdated(this.window.listed, await newestFolders(this.truth)));
    for (let minute = 0; minute < TURNS && this.life.untoldRemovals > 0; minute++) await this.pass(60);
    this.life.check();
    await this.life.unwatchRemoved();
    await this.compareWithNewWindow();
  }

  private async compare(when: string): Promise<void> {
    const wrong = wronglyShown(this.window, this.life.alive, await newestFolders(this.truth));
    this.problems.push(...wrong.map((problem) => `${when}, ${problem}`));
  }

  /** A window that is opened now, with what VS Code has kept, shows the same, and tells nothing again. */
  private async compareWithNewWindow(): Promise<void> {
    await this.pass(LIST_INTERVAL);
    const before = shownBy(this.window);
    this.window.close();
    await this.world.settle();
    const { pending } = this.world.clock;
    if (pending > 0) this.problems.push(`${pending} timers are left after the window was closed`);
    this.window.open();
    this.window.showList(true);
    await this.pass(LIST_INTERVAL);
    const after = shownBy(this.window);
    const lost = before
      .filter((row) => !after.includes(row))
      .map((row) => `a new window does not show ${row}`);
    const more = after.filter((row) => !before.includes(row)).map((row) => `only a new window shows ${row}`);
    this.problems.push(...lost, ...more);
    this.window.close();
    await this.world.settle();
  }
}
