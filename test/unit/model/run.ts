import type { OzFolder } from "../../../src/oz/model/folder";
import { hasEnded } from "../../../src/status/effectiveStatus";
import { TestMemory } from "../connections/stores";
import { settle } from "../settle";
import { different, outdated, wronglyTold, wronglyWatched } from "./checks";
import type { History, Step } from "./histories";
import { ModelServer } from "./modelServer";
import { ModelWindow } from "./modelWindow";

/** Milliseconds by which time moves on at once. */
const TICK = 500;

/** Seconds that nobody is faster than who watches a folder in one window and then turns to another. */
const HAND = 3;

/** Seconds after the last step, in which nothing goes wrong: watches have to find out by themselves. */
const QUIET = 240;

/** Seconds for which the lists are then shown: no interval is longer. */
const SHOWN = 61;

/** Seconds in which a window, even without focus, learns from its own requests which of the missing folders are gone. */
const PROOF = 40;

/** Pages that no list here needs. */
const MAX_PAGES = 20;

/** Runs a history. @returns what went wrong */
export async function run({ role, steps }: History): Promise<readonly string[]> {
  const server = new ModelServer(role);
  await server.signIn();
  const model = new Model(server);
  try {
    await model.settle();
    for (const step of steps) await model.take(step);
    return await model.end();
  } finally {
    model.dispose();
  }
}

/** A server, two windows that share their memory, and what the user has watched. */
class Model {
  private readonly memory = new TestMemory();
  private readonly windows: readonly ModelWindow[];
  /** Watched folders, and whether each was shown as running when it was watched. */
  private readonly watched = new Map<string, boolean>();
  private faultUntil = -Infinity;

  constructor(private readonly server: ModelServer) {
    this.windows = [0.3, 0.7].map((random) => new ModelWindow(server, this.memory, () => random));
    this.windows[0]!.focus(true);
  }

  async take(step: Step): Promise<void> {
    const window = this.windows["window" in step ? step.window : 0]!;
    const { ids } = this.server;
    const id = "which" in step ? ids.at(-1 - (step.which % Math.max(1, ids.length))) : undefined;
    switch (step.do) {
      case "arrive":
        for (const gap of step.gaps) {
          this.server.arrive();
          this.server.clock.advance(gap);
        }
        break;
      case "again":
        if (id !== undefined) this.server.analyseAgain(id, step.ends);
        break;
      case "remove":
        if (id !== undefined) this.server.remove(id);
        break;
      case "watch":
        if (id === undefined || this.watched.has(id)) break;
        await this.pass(HAND);
        this.watched.set(id, isRunning(window.folders.store.current.get(id)));
        // What was told of an earlier watch does not count: this window may show the folder as running still.
        for (const each of this.windows) each.told = each.told.filter((end) => end.id !== id);
        window.folders.watches.start(id);
        break;
      case "unwatch": {
        await this.pass(HAND);
        const known = [...this.watched.keys()].find((each) => window.folders.watches.has(each));
        if (known === undefined) break;
        this.watched.delete(known);
        window.folders.watches.stop(known);
        break;
      }
      case "pass":
        await this.pass(step.seconds);
        break;
      case "jump":
        window.setClock(step.by);
        break;
      case "sleep":
        this.server.clock.advance(step.minutes * 60_000);
        for (const each of this.windows) each.setClock(step.minutes * 60_000);
        break;
      case "more":
        window.loadMore();
        break;
      case "refresh":
        window.refresh();
        break;
      case "list":
        window.showList(!window.isListShown);
        break;
      case "focus":
        for (const each of this.windows) each.focus(each === window);
        break;
      case "reopen":
        window.reopen();
        break;
      case "search":
        window.search();
        break;
      case "filter":
        window.filter(step.filter);
        break;
      case "fault":
        this.server.fault = step;
        this.faultUntil = this.server.clock.elapsed() + step.seconds * 1000;
    }
    await this.settle();
  }

  /** Lets everything come to rest, and compares it with the server. */
  async end(): Promise<readonly string[]> {
    // A slow server is asked in a twentieth of the time.
    const patience = this.server.wasSlow ? 3 : 1;
    this.server.fault = undefined;
    this.faultUntil = -Infinity;
    await this.pass(1);
    this.server.latency = 0;
    for (const window of this.windows) {
      window.focus(false);
      window.showList(false);
    }
    await this.pass(QUIET, 4 * TICK);
    for (const window of this.windows) window.showList(true);
    await this.pass(SHOWN * patience, 4 * TICK);
    const truth = await this.server.folders();
    const problems = this.windows.flatMap((window) => [
      ...window.problems,
      ...outdated(window.listed, truth),
      ...wronglyWatched(window, this.watched, truth),
      ...(this.server.wasSlow ? [] : window.allowance.check()),
    ]);
    problems.push(...wronglyTold(this.windows, this.watched, truth));
    for (const window of this.windows) await this.loadAll(window);
    // Again, because one reply does not prove that a folder is gone.
    await this.pass(PROOF * patience, 4 * TICK);
    for (const window of this.windows) await this.loadAll(window);
    const later = await this.server.folders();
    for (const window of this.windows) problems.push(...window.problems, ...different(window, later));
    return [...new Set(problems)];
  }

  /** The user refreshes, and goes to the end of everything. */
  private async loadAll(window: ModelWindow): Promise<void> {
    const { store, filter } = window.folders;
    window.refresh();
    await this.settle();
    for (let page = 0; page < MAX_PAGES && store.current.hasMore; page++) {
      window.loadMore();
      await this.settle();
    }
    for (let page = 0; page < MAX_PAGES && filter.current?.hasMore; page++) {
      window.search();
      await this.settle();
    }
  }

  async settle(): Promise<void> {
    for (let turn = 0, quiet = 0; quiet < 3; turn++) {
      await settle();
      quiet = this.server.answering > 0 ? 0 : quiet + 1;
    }
  }

  dispose(): void {
    for (const window of this.windows) window.dispose();
  }

  private async pass(seconds: number, tick = TICK): Promise<void> {
    for (let passed = 0; passed < seconds * 1000; passed += tick) {
      this.server.clock.advance(tick);
      if (this.server.clock.elapsed() >= this.faultUntil) this.server.fault = undefined;
      for (const window of this.windows) window.advance(tick);
      await this.settle();
    }
  }
}

/** @returns whether a folder is shown as running, or not yet: then its end is told */
function isRunning(shown: OzFolder | undefined): boolean {
  return !shown || !hasEnded(shown.resolution);
}
