import { boundedMemento } from "../../../src/base/boundedMemento";
import type { Clock } from "../../../src/base/clock";
import { scrubbingLog } from "../../../src/base/log/log";
import { Scrubber } from "../../../src/base/log/scrubber";
import type { Memento } from "../../../src/base/memento";
import { clientFactory } from "../../../src/connections/clientFactory";
import { ConnectionManager } from "../../../src/connections/connectionManager";
import type { RunningSandbox } from "../../../src/connections/sandboxConnection";
import type { SignInMethod } from "../../../src/connections/signInToServer";
import { nodeFetchTransport } from "../../../src/oz/http/nodeFetch";
import { SANDBOX_ACCOUNT } from "../../../src/sandbox/account";
import { startSandbox } from "../../../src/sandbox/start";
import { TestClock } from "../testClock";
import { TestMemory, TestSecrets } from "./stores";

/** What the user enters for the sandbox's account. */
export const password: SignInMethod = {
  credentials: { email: SANDBOX_ACCOUNT.email, password: SANDBOX_ACCOUNT.password },
  savePassword: false,
};
export const rememberedPassword: SignInMethod = { ...password, savePassword: true };
export const token: SignInMethod = { accessToken: SANDBOX_ACCOUNT.accessToken };

export const { signal } = new AbortController();

/** A window of VS Code. */
export type Window = ConnectionManager;

/** An installation of VS Code: what outlives its windows, and opens more of them. */
export class Installation {
  readonly memory = new TestMemory();
  readonly secrets = new TestSecrets();
  readonly lines: string[] = [];
  /** The epochs of the sandboxes that were started. */
  readonly started: number[] = [];
  /** Thrown instead of starting a sandbox. */
  startError: Error | undefined;
  /** Whether a started sandbox answers no request. */
  fails = false;
  /** How many sandboxes were closed by a window. */
  stopped = 0;
  private readonly open: { close(): unknown }[] = [];
  private ids = 0;

  constructor(
    readonly clock: Clock = new TestClock(),
    private readonly scrubber = new Scrubber(),
  ) {}

  /**
   * @param windowMemento what the window had saved before a restart
   * @param memory the window's copy of the global state
   */
  window(windowMemento = new TestMemory(), memory: Memento = this.memory): ConnectionManager {
    const { clock, secrets, scrubber } = this;
    const keep = (line: string): unknown => this.lines.push(line);
    const log = scrubbingLog({ debug: keep, info: keep, warn: keep, error: keep }, scrubber, clock);
    const manager = new ConnectionManager({
      memory: boundedMemento(memory, clock, log),
      windowMemento: boundedMemento(windowMemento, clock, log),
      secrets,
      clock,
      openClient: clientFactory({
        transport: nodeFetchTransport,
        clock,
        log,
        scrubber,
        timeLimit: () => 30_000,
      }),
      startOwnSandbox: (epoch) => this.start(epoch),
      newId: () => `id-${++this.ids}`,
    });
    this.open.push({ close: () => manager.dispose() });
    return manager;
  }

  /** Closes all windows and sandboxes. */
  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((one) => one.close()));
  }

  private async start(epoch: number): Promise<RunningSandbox> {
    if (this.startError) throw this.startError;
    this.started.push(epoch);
    const sandbox = await startSandbox({ folders: 10, epoch, clock: this.clock });
    this.open.push(sandbox);
    if (this.fails) await sandbox.close();
    const close = (): Promise<void> => {
      this.stopped += 1;
      return sandbox.close();
    };
    return { address: sandbox.address, close };
  }
}

/** @returns the ID of the newest folder that a window shows */
export async function newest(window: ConnectionManager): Promise<string | undefined> {
  const page = await (await window.client()).listFolders({ offset: 0, limit: 1 });
  return page.folders[0]?.id;
}
