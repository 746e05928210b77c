import { setTimeout as realDelay } from "node:timers/promises";
import type { ExtensionContext } from "vscode";
import type { OzInspectorApi } from "../../../src/api";
import { systemClock } from "../../../src/base/clock";
import { tokensKey } from "../../../src/connections/secrets";
import { activate } from "../../../src/extension";
import type { ToolName } from "../../../src/ids";
import { datedTokens, readTokens, writeTokens, type Tokens } from "../../../src/oz/session/tokens";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { makeCertificates } from "../../certificates";
import { clearDesk, desk, type Question, type Seen } from "../../standIn/desk";
import { TestMemory, TestSecrets } from "../../unit/connections/stores";
import { useAsSystemClock } from "../../unit/testClock";
import { ask, type Answer } from "../../unit/tools/ask";
import type { Fault } from "../catalogue/fault";
import { startFront, type Front } from "../front/front";
import { RequestClock, TIME_LIMIT } from "../window/requestClock";
import { Rest } from "../window/rest";

/** Milliseconds of the test's clock that a command may take. */
const MAX_COMMAND = 10 * 60_000;

/** Turns of real time, of a millisecond at least, in which a question must be asked. */
const MAX_TURNS = 5000;

/** Milliseconds of the test's clock by which time moves on at most while a request stalls. */
const STALL_STEP = 1000;

/** Milliseconds after which the server ends a session, whatever it is asked. */
export const SESSION_LIFETIME = 10 * 60_000;

/** What can interrupt the user. */
const INTERRUPTIONS: ReadonlySet<Seen["what"]> = new Set([
  "error",
  "message",
  "input",
  "list",
  "save",
  "external",
]);

/** Made once, as it takes a while. */
let certificates: ReturnType<typeof makeCertificates> | undefined;

const realClock = { ...systemClock };

/** The real extension in a window on the stand-in, signed in through a front to a sandbox. Only one can be open at a time. */
export class WindowUnderTest {
  /** What interrupted the user without a command of theirs. */
  readonly uninvited: Seen[] = [];
  /** Rejections that nobody has handled. */
  readonly unhandled: unknown[] = [];
  /** The most bytes in use so far, as far as seen. */
  peak = 0;
  isListVisible = false;
  /** Whether to wait no longer when a request stalls. */
  isHasty = false;
  api!: OzInspectorApi;
  private readonly rest: Rest;
  private readonly subscriptions: { dispose(): unknown }[] = [];
  private readonly stores = {
    globalState: new TestMemory(),
    workspaceState: new TestMemory(),
    secrets: new TestSecrets(),
  };
  /** Commands of the user that have not ended. */
  private commands = 0;
  /** Whether one has run since the last look. */
  private isInvited = false;
  private noticed = 0;

  private constructor(
    readonly clock: RequestClock,
    readonly sandbox: SandboxServer,
    readonly front: Front,
  ) {
    this.rest = new Rest(clock, front);
    process.on("unhandledRejection", this.onUnhandled);
  }

  /**
   * @param folders how many the sandbox has
   * @param needs what the front must have, see `Fault.needs`
   */
  static async open(folders: number, needs: Fault["needs"]): Promise<WindowUnderTest> {
    clearDesk();
    desk.patient = true;
    desk.settings.set("ozInspector.requests.timeLimit", TIME_LIMIT);
    const clock = new RequestClock();
    const sandbox = await startSandbox({
      folders,
      clock,
      sessionLifetime: SESSION_LIFETIME,
      slidingSessions: false,
    });
    const front = await startFront(sandbox.address, {
      clock,
      ...(needs === "name" && { name: "oz.example.test" }),
      ...(needs === "https" && { certificates: await (certificates ??= makeCertificates("127.0.0.1")) }),
    });
    useAsSystemClock(clock);
    // Loaded on demand, which would take real time.
    await Promise.all([
      import("../../../src/commands/commands"),
      import("../../../src/oz/http/nodeFetch"),
      import("../../../src/tools/tools"),
    ]);
    return new WindowUnderTest(clock, sandbox, front);
  }

  /**
   * Saves a connection, as if the user had signed in before.
   * @param how with the access token of a service account, which never ends, or with a session that can be renewed
   */
  async saveConnection(how: "token" | "session"): Promise<void> {
    const { globalState, secrets } = this.stores;
    const saved = {
      kind: "server",
      id: "s",
      name: "Server",
      baseUrl: this.front.address,
      signedIn: true,
      ...(how === "session" && { email: SANDBOX_ACCOUNT.email }),
    };
    await globalState.update("ozInspector.connections", [saved]);
    await globalState.update("ozInspector.activeConnection", "s");
    const tokens = how === "token" ? { accessToken: SANDBOX_ACCOUNT.accessToken } : await this.logIn();
    await secrets.store(tokensKey(saved), writeTokens(tokens));
  }

  /** Starts the extension; if it runs, as when VS Code restarts the extension host. Documents stay open. */
  activate(): void {
    this.deactivate();
    const { subscriptions, stores } = this;
    this.api = activate({ ...stores, subscriptions } as unknown as ExtensionContext);
  }

  setListVisible(visible: boolean): void {
    this.isListVisible = visible;
    desk.views.get("ozInspector.folders")?.setVisible(visible);
  }

  setWatchedVisible(visible: boolean): void {
    desk.views.get("ozInspector.watched")?.setVisible(visible);
  }

  /** Starts a command of the user, which may ask or wait. */
  start(command: string, argument?: unknown): void {
    void this.count(() => desk.commands.get(`ozInspector.${command}`)?.(argument));
  }

  /** Calls a tool as an agent does, to its end. @returns what went wrong, in a sentence; undefined if nothing did */
  async ask(name: ToolName, input: unknown): Promise<string | undefined> {
    const answers: Answer[] = [];
    void this.count(async () => answers.push(await ask(name, input)));
    await this.untilDone();
    return (answers[0]?.error as { readonly message: string } | undefined)?.message;
  }

  /** Runs a command of the user to its end; time passes as far as its requests stall. */
  async run(command: string, argument?: unknown): Promise<void> {
    this.start(command, argument);
    await this.untilDone();
  }

  /** Lets time pass until no command of the user runs any more. */
  async untilDone(): Promise<void> {
    await this.until(() => this.commands === 0, MAX_COMMAND);
  }

  /** Answers the questions of a command one after the other, each as soon as it is asked. */
  async answer(...answers: readonly ((question: Question) => void)[]): Promise<void> {
    let last: Question | undefined;
    for (const give of answers) {
      for (let turn = 0; desk.asking === undefined || desk.asking === last; turn++) {
        if (turn === MAX_TURNS) throw new Error(`Nothing is asked after ${JSON.stringify(desk.seen.at(-1))}`);
        await realDelay(1);
      }
      last = desk.asking;
      give(last);
    }
    await this.settle();
  }

  /** Lets time pass. */
  async pass(milliseconds: number): Promise<void> {
    await this.until(() => false, milliseconds);
  }

  /**
   * Lets time pass until something holds.
   * @param milliseconds at most
   * @returns whether it holds, or a request stalls and `isHasty`
   */
  async until(holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
    const end = this.clock.elapsed() + milliseconds;
    for (;;) {
      const isIdle = await this.settle();
      this.look();
      if ((await holds()) || (this.isHasty && !isIdle)) return true;
      const now = this.clock.elapsed();
      if (now >= end) return false;
      const next = Math.max((this.clock.next ?? Infinity) - now, 1);
      this.clock.advance(Math.min(end - now, next, isIdle ? Infinity : STALL_STEP));
    }
  }

  /**
   * Waits until nothing happens any more at this moment of the clock.
   * @returns false if requests stall
   */
  settle(): Promise<boolean> {
    return this.rest.come(() => this.measure());
  }

  /** Ends the extension; its views go. */
  deactivate(): void {
    for (const subscription of this.subscriptions.splice(0)) subscription.dispose();
    desk.trees.clear();
  }

  /** Ends everything. The process may open another window then. */
  async close(): Promise<void> {
    this.deactivate();
    await this.front.close();
    await this.sandbox.close();
    this.rest.dispose();
    process.off("unhandledRejection", this.onUnhandled);
    Object.assign(systemClock, realClock);
  }

  private readonly onUnhandled = (reason: unknown): void => void this.unhandled.push(reason);

  /** Counts something that the user waits for until it has ended. */
  private async count(work: () => unknown): Promise<void> {
    this.commands++;
    this.isInvited = true;
    await Promise.resolve(work()).finally(() => this.commands--);
  }

  /** Notices what has interrupted the user since the last look. */
  private look(): void {
    const news = desk.seen.slice(this.noticed).filter(({ what }) => INTERRUPTIONS.has(what));
    this.noticed = desk.seen.length;
    if (!this.isInvited) this.uninvited.push(...news);
    this.isInvited = this.commands > 0;
  }

  private measure(): void {
    const { heapUsed, external } = process.memoryUsage();
    this.peak = Math.max(this.peak, heapUsed + external);
  }

  private async logIn(): Promise<Tokens> {
    const { email, password } = SANDBOX_ACCOUNT;
    const reply = await fetch(`${this.sandbox.address}/api/authorize/auth/`, {
      method: "POST",
      body: JSON.stringify({ credentials: { email, password } }),
    });
    const tokens = readTokens(await reply.json());
    if (!tokens) throw new Error("The sandbox does not sign in.");
    return datedTokens(tokens, this.clock.now(), this.clock.now());
  }
}
