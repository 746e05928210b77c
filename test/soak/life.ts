import type { OzClient } from "../../src/oz/api/client";
import { ARRIVALS } from "../../src/sandbox/scenarios/arrivals";
import type { Ending } from "../../src/sandbox/scenarios/scenario";
import { hasEnded } from "../../src/status/effectiveStatus";
import { desk } from "../standIn/desk";
import type { Random } from "./random";
import type { SoakWindow } from "./window";
import type { SoakWorld } from "./world";

/** Folders that are watched at all times. */
const WATCHED = 50;

/** Milliseconds after which the user tries again what has failed. */
const PAUSE = 120_000;

/** Turns in which everything that the user does has ended. */
const MAX_ROUNDS = 100_000;

/** Analyses are posted to a folder so often at most: its reply must not grow. */
const MAX_GROUPS = 4;

/** A watched folder, and how often its end must be told. */
interface Watch {
  readonly id: string;
  groups: number;
  /** Ends that the user must be told at least and at most. */
  least: number;
  most: number;
  told: number;
  isRemoved: boolean;
  toldRemoved: number;
  /** What the user was told last, until it is taken back. */
  isToldEnded: boolean;
  toldGroups: number;
  isToldRemoved: boolean;
  /** Whether the server has told what is not true of it: then ends are told that are none, and later ones are not. */
  isLiedAbout: boolean;
  /** What happened to it and what was told, with the seconds of the clock, for whoever has to find out why it is wrong. */
  readonly story: string[];
}

/** What happens to the watched folders: they arrive, end, run again and are deleted. Counts what the user was told. */
export class Life {
  readonly problems: string[] = [];
  readonly counts = { watched: 0, ended: 0, removed: 0, ranAgain: 0 };
  private readonly watches = new Map<string, Watch>();
  private arrivals = 0;
  private pausesUntil = -Infinity;
  /** Ends that were shown. */
  private notices = 0;
  /** Whether what is shown now may be the answer to what the user does. */
  private isActing = false;

  constructor(
    private readonly world: SoakWorld,
    private readonly truth: OzClient,
    private readonly window: SoakWindow,
    private readonly random: Random,
  ) {
    window.onDidSaveWatches(() => this.count());
  }

  /** The IDs of the watched folders that exist. */
  get alive(): readonly string[] {
    return [...this.watches.values()].filter(({ isRemoved }) => !isRemoved).map(({ id }) => id);
  }

  /** The folders of which the user must be told that they are gone. */
  get untoldRemovals(): number {
    return [...this.watches.values()].filter(({ isRemoved, toldRemoved }) => isRemoved && toldRemoved === 0)
      .length;
  }

  /** From now on, the server tells what is not true. */
  lie(): void {
    for (const watch of this.watches.values()) watch.isLiedAbout = true;
  }

  /** The user watches folders until there are enough. It may fail, as the server may not answer; then not for a while. */
  async topUp(): Promise<void> {
    const { sandbox, clock } = this.world;
    if (clock.elapsed() < this.pausesUntil) return;
    while (this.watches.size < WATCHED) {
      const { name, groups } = ARRIVALS[this.arrivals++ % ARRIVALS.length] ?? ARRIVALS[0];
      const id = sandbox.arrive();
      // No two arrive at the same moment.
      clock.advance(1);
      await this.act(() => this.window.run("watchFolder", id));
      if (!this.window.watches(id)) {
        sandbox.remove(id);
        this.pausesUntil = clock.elapsed() + PAUSE;
        return;
      }
      this.counts.watched++;
      const isOver = this.window.api.getFolder(id)?.terminal === true;
      this.watches.set(id, {
        id,
        groups: groups.length,
        least: isOver ? 0 : 1,
        most: groups.length,
        told: 0,
        isRemoved: false,
        toldRemoved: 0,
        isToldEnded: isOver,
        toldGroups: groups.length,
        isToldRemoved: false,
        isLiedAbout: false,
        story: [],
      });
      this.note(id, `watched, ${name}`);
    }
  }

  /** Something happens to one of the watched folders. */
  async step(): Promise<void> {
    const watch = this.random.pick([...this.watches.values()]);
    if (!watch) return;
    if (watch.isRemoved) {
      if (watch.toldRemoved > 0) await this.unwatch(watch);
      return;
    }
    const { folder } = await this.truth.getFolder(watch.id);
    if (!hasEnded(folder.resolution)) {
      if (this.random.chance(0.2)) this.remove(watch);
      else if (this.random.chance(0.1)) await this.unwatch(watch);
    } else if (watch.told >= watch.least || watch.isLiedAbout) {
      if (watch.groups < MAX_GROUPS && this.random.chance(0.8)) this.runAgain(watch);
      else if (this.random.chance(0.5)) this.remove(watch);
      else await this.unwatch(watch);
    }
  }

  /** The probe at the end: all that have ended run again, briefly. */
  async runAllAgain(): Promise<void> {
    for (const id of this.alive) {
      const { folder } = await this.truth.getFolder(id);
      const watch = this.watches.get(id);
      if (!watch || !hasEnded(folder.resolution)) continue;
      this.world.sandbox.analyseAgain(id);
      watch.least++;
      watch.most++;
    }
  }

  /** Reads what the user was told since the last call. Nothing else may be shown. */
  listen(): void {
    for (const { what, text } of desk.seen.splice(0)) {
      if (what === "message" && /^Folder .*( · | is no longer on the server\.$)/.test(text)) this.notices++;
      else if (what === "message" && text.includes("watched folders have ended"))
        this.notices += parseInt(text);
      else if (!this.isActing) this.problems.push(`The user was shown: ${what} ${text}`);
    }
  }

  /** Counts what was told, each time that it is saved: a server that lies may make us take it back at once. */
  private count(): void {
    for (const { id, ended, groups, gone } of this.window.told) {
      const watch = this.watches.get(id);
      if (!watch) continue;
      if (gone && !watch.isToldRemoved) watch.toldRemoved++;
      else if (ended && (!watch.isToldEnded || (groups ?? 0) > watch.toldGroups)) watch.told++;
      if (ended !== watch.isToldEnded || (groups ?? 0) > watch.toldGroups || gone !== watch.isToldRemoved)
        this.note(id, `${ended ? "ended" : "runs"} with ${groups ?? "?"} groups${gone ? ", gone" : ""}`);
      watch.isToldEnded = ended;
      watch.toldGroups = groups ?? Infinity;
      watch.isToldRemoved = gone;
    }
  }

  /** The user refreshes, or signs in, as a row may ask. */
  refresh(): Promise<void> {
    return this.act(() => this.window.run("refresh"));
  }

  signIn(): Promise<void> {
    return this.act(() => this.window.signIn());
  }

  /** The user unwatches what is gone. */
  async unwatchRemoved(): Promise<void> {
    for (const watch of [...this.watches.values()]) if (watch.isRemoved) await this.unwatch(watch);
  }

  /** What is wrong at the end with what was told. */
  check(): void {
    for (const watch of this.watches.values()) this.judge(watch);
    const told = this.counts.ended + this.counts.removed;
    if (told !== this.notices) this.problems.push(`${told} ends were told, but ${this.notices} were shown`);
  }

  /** The user does something, waits until it is done, and is told at once if it fails. */
  private async act(action: () => Promise<void>): Promise<void> {
    this.listen();
    this.isActing = true;
    const state = { isDone: false };
    void action().finally(() => (state.isDone = true));
    for (let rounds = 0; !state.isDone; rounds++) {
      if (rounds > MAX_ROUNDS) throw new Error("What the user does never ends.");
      await this.world.settle();
      // What was asked before may be waited for, and get no reply until time passes.
      if (this.world.clock.inFlight > 0) await this.world.pass(1, () => this.listen());
    }
    this.listen();
    this.isActing = false;
  }

  private runAgain(watch: Watch): void {
    const ends =
      this.random.pick<Ending>(["SUCCESS", "DECLINED", "FAILED", "PROCESSING", "PROCESSING"]) ?? "SUCCESS";
    this.world.sandbox.analyseAgain(watch.id, ends);
    this.note(watch.id, `runs again, to ${ends}`);
    this.counts.ranAgain++;
    watch.groups++;
    if (ends === "PROCESSING") return;
    watch.least++;
    watch.most++;
  }

  private remove(watch: Watch): void {
    this.world.sandbox.remove(watch.id);
    watch.isRemoved = true;
    this.note(watch.id, "is deleted");
    // An end that was seen before may still be told.
    watch.least = Math.min(watch.least, watch.told);
  }

  private async unwatch(watch: Watch): Promise<void> {
    watch.least = Math.min(watch.least, watch.told);
    this.judge(watch);
    await this.act(() => this.window.run("unwatchFolder", watch.id));
    this.watches.delete(watch.id);
    if (!watch.isRemoved) this.world.sandbox.remove(watch.id);
  }

  private note(id: string, event: string): void {
    const { clock, front } = this.world;
    const fault = front.fault ? ` (${front.fault.id})` : "";
    this.watches.get(id)?.story.push(`${(clock.elapsed() / 1000).toFixed()} s ${event}${fault}`);
  }

  private judge({ id, least, most, told, isRemoved, toldRemoved, isLiedAbout, story }: Watch): void {
    this.counts.ended += told;
    this.counts.removed += toldRemoved;
    const wanted = isRemoved ? 1 : 0;
    const complain = (problem: string): unknown =>
      this.problems.push(`${id} ${problem}: ${story.join("; ")}`);
    // What the server has lied about may count as told already.
    if (told < (isLiedAbout ? Math.min(least, 1) : least))
      complain(`was told ${told} times instead of ${least}`);
    if (told > most && !isLiedAbout) complain(`was told ${told} times instead of ${most}`);
    if (toldRemoved < wanted || (toldRemoved > wanted && !isLiedAbout))
      complain(`was told to be gone ${toldRemoved} times instead of ${wanted}`);
  }
}
