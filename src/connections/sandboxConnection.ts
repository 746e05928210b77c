import * as l10n from "@vscode/l10n";
import type { OzClient } from "../oz/api/client";
import { loadOwnFile } from "../oz/http/ownFile";
import { OzError } from "../oz/http/ozError";
import type { ReloadedSession } from "../oz/session/session";
import { SANDBOX_ACCOUNT } from "../sandbox/account";
import type { ClientFactory, OpenClient } from "./clientFactory";
import type { Connection } from "./connection";
import { windowPassword } from "./savedPassword";
import { windowTokenStore } from "./tokenStore";

/** Where a sandbox listens, and how to stop it. */
export interface RunningSandbox {
  readonly address: string;
  close(): Promise<void>;
}

/** Enough folders to page through. */
const FOLDERS = 10_000;

/** Milliseconds between new folders: often enough to watch the list change. */
const ARRIVAL_INTERVAL = 20_000;

/**
 * Starts the sandbox that comes with the extension on a free local port. Loads its code only now.
 * @param epoch epoch milliseconds at which its data begins
 */
export async function startOwnSandbox(epoch: number): Promise<RunningSandbox> {
  const sandbox = await loadOwnFile(() => import("../sandbox/start"));
  return sandbox.startSandbox({ folders: FOLDERS, arrivalInterval: ARRIVAL_INTERVAL, epoch });
}

/** Sample data on this machine. Its account is public, so there is nothing to enter or save. */
export class SandboxConnection implements Connection {
  private running: Promise<RunningSandbox> | undefined;
  private opened: Promise<OzClient> | undefined;
  private openedClient: OpenClient | undefined;

  /** @param baseUrl of a sandbox that already runs on this machine; undefined: `start` starts one */
  constructor(
    private readonly baseUrl: string | undefined,
    private readonly start: () => Promise<RunningSandbox>,
    private readonly openClient: ClientFactory,
  ) {}

  client(): Promise<OzClient> {
    this.opened ??= this.open().catch((error: unknown) => {
      // The next request tries again.
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  serverNow(): number | undefined {
    return this.openedClient?.client.serverNow();
  }

  tryAgain(): void {
    this.openedClient?.session.tryAgain();
  }

  reloadSession(): Promise<ReloadedSession> {
    return Promise.resolve({ signedIn: true, changed: false });
  }

  signOut(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.running?.then((sandbox) => sandbox.close()).catch(() => undefined);
  }

  private async open(): Promise<OzClient> {
    const baseUrl = this.baseUrl ?? (await this.startOwn());
    this.openedClient = this.openClient(baseUrl, windowTokenStore(), windowPassword(SANDBOX_ACCOUNT));
    return this.openedClient.client;
  }

  private async startOwn(): Promise<string> {
    try {
      this.running = this.start();
      return (await this.running).address;
    } catch (error) {
      if (error instanceof OzError) throw error;
      const message =
        error instanceof Error
          ? l10n.t("The sandbox could not be started: {0}", error.message)
          : l10n.t("The sandbox could not be started: no reason given");
      throw new OzError("refused", message, { origin: "http://127.0.0.1" });
    }
  }
}
