import type { Clock } from "../../../src/base/clock";
import type { OzClient } from "../../../src/oz/api/client";
import type { OzFolder } from "../../../src/oz/model/folder";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { newestFolders, sandboxClient } from "../../sandboxClient";
import { desk } from "../../standIn/desk";
import type { Fault } from "../catalogue/fault";
import { WindowUnderTest } from "./window";

/** Folders that fill more than one page of the list. */
export const TWO_PAGES = 130;

/** Milliseconds for which a fault is on where time alone passes: several polls fail. */
export const OUTAGE = 100_000;

/** A window under test, and the folders that a case is about. */
export class Stage {
  /** What the last answer to an agent said of a failure; none if it has not failed. */
  agentTold: readonly string[] = [];

  private constructor(
    private readonly client: OzClient,
    readonly window: WindowUnderTest,
    /** A folder that runs as long as the case. */
    readonly running: string,
    /** A folder that has ended. */
    readonly ended: string,
    /** The oldest folder: with two pages, it is not loaded. */
    readonly oldest: string,
  ) {}

  /** @param folders how many the server has; 6 by default */
  static async open({ needs }: Fault, folders = 6): Promise<Stage> {
    const window = await WindowUnderTest.open(folders, needs);
    const running = window.sandbox.arrive();
    window.clock.advance(1000);
    window.sandbox.analyseAgain(running, "PROCESSING");
    const ended = window.sandbox.arrive();
    // Long enough for what arrived to end, and to be read as settled.
    window.clock.advance(120_000);
    const client = sandboxClient(window.sandbox.address, withoutTimers(window.clock));
    const { id: oldest } = (await newestFolders(client)).at(-1)!;
    return new Stage(client, window, running, ended, oldest);
  }

  /** The folders as the server has them now, newest first. */
  truth(): Promise<readonly OzFolder[]> {
    return newestFolders(this.client);
  }

  /** Opens the window with a saved connection, as after a restart of VS Code. */
  async openWindow(how: "token" | "session" = "token"): Promise<void> {
    await this.window.saveConnection(how);
    this.window.activate();
  }

  /** Opens it and shows the list until it is loaded. */
  async openList(how: "token" | "session" = "token"): Promise<void> {
    await this.openWindow(how);
    this.window.setListVisible(true);
    await this.window.pass(20_000);
  }

  /** Watches the running folder and the one that has ended. */
  async watch(): Promise<void> {
    for (const id of [this.running, this.ended]) await this.window.run("watchFolder", id);
    await this.window.pass(10_000);
  }

  /** Opens the explanation and the JSON of the running folder. */
  async openDocuments(): Promise<void> {
    for (const command of ["explainResult", "openJson"]) await this.window.run(command, this.running);
    await this.window.pass(5000);
  }

  /** Answers the questions of a new connection up to the password or the token. */
  async answerUpToSecret(method: "Email and password" | "Access token"): Promise<void> {
    const { window } = this;
    window.start("addConnection");
    await window.answer(
      (question) => question.enter(window.front.address),
      (question) => question.choose(method),
    );
    if (method !== "Access token") await window.answer((question) => question.enter(SANDBOX_ACCOUNT.email));
  }

  /** What the boxes of errors have said, oldest first. */
  get errors(): readonly string[] {
    return desk.seen.filter(({ what }) => what === "error").map(({ text }) => text);
  }

  close(): Promise<void> {
    return this.window.close();
  }
}

/** The time of a window, for a client that is not the window's: its requests must not count. */
function withoutTimers(clock: Clock): Clock {
  return { now: () => clock.now(), elapsed: () => clock.elapsed(), after: () => () => undefined };
}
