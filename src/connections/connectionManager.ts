import { isDeepStrictEqual } from "node:util";
import { Emitter } from "../folders/emitter";
import type { Memory } from "../folders/memory";
import type { OzClient } from "../oz/client";
import type { Clock } from "../oz/clock";
import { OzError } from "../oz/errors";
import type { Credentials } from "../oz/tokens";
import type { ClientFactory } from "./clients";
import type { Connection } from "./connection";
import { SandboxConnection, type RunningSandbox } from "./sandboxConnection";
import { readSavedConnection, saveConnection, type SavedConnection } from "./savedConnection";
import { ServerConnection } from "./serverConnection";
import { secretTokenStore, windowTokenStore, type Secrets } from "./tokenStore";

export interface ConnectionOptions {
  readonly memory: Memory;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly openClient: ClientFactory;
  /** @param epoch epoch milliseconds at which the sandbox's data begins */
  readonly startSandbox: (epoch: number) => Promise<RunningSandbox>;
}

export interface ConnectionChange {
  /** Whether it is the same account on the same server as before, as after a session that had ended. */
  readonly again: boolean;
}

/** How a user shows who they are. */
export type SignIn = { readonly credentials: Credentials } | { readonly accessToken: string };

/** Knows the server that the user is connected to, and remembers it across restarts. */
export class ConnectionManager {
  private readonly changes = new Emitter<ConnectionChange>();
  private connection: Connection | undefined;
  private saved: SavedConnection | undefined;

  readonly onDidChange = this.changes.event;

  /** Takes up the connection of the last time; nothing is sent before somebody asks for folders. */
  constructor(private readonly options: ConnectionOptions) {
    this.saved = readSavedConnection(options.memory);
    this.connection = this.saved && this.restore(this.saved);
  }

  get current(): Connection | undefined {
    return this.connection;
  }

  /** Opens the way to the server; rejects with an `OzError`. */
  client(): Promise<OzClient> {
    if (this.connection) return this.connection.client();
    return Promise.reject(new OzError("cancelled", "There is no server to ask.", { origin: "" }));
  }

  /**
   * Checks that an Oz API answers there, without showing it who asks.
   * @param baseUrl as `parseAddress` gives it
   * @throws OzError
   */
  async check(baseUrl: string, signal: AbortSignal): Promise<void> {
    const { client } = await this.options.openClient(baseUrl, windowTokenStore());
    await client.version(signal);
  }

  /**
   * Signs in and connects. The present connection stays when it fails.
   * @param baseUrl as `parseAddress` gives it
   * @throws OzError
   */
  async signIn(baseUrl: string, signIn: SignIn, signal: AbortSignal): Promise<void> {
    const credentials = "credentials" in signIn ? signIn.credentials : undefined;
    // The password lives as long as the window, for a log-in when the session can be renewed no more.
    const remembered = (): Promise<Credentials | undefined> => Promise.resolve(credentials);
    const store = secretTokenStore(this.options.secrets, baseUrl);
    const opened = await this.options.openClient(baseUrl, store, remembered);
    if ("accessToken" in signIn) {
      await opened.client.checkToken(signIn.accessToken, signal);
      await opened.session.adopt({ accessToken: signIn.accessToken });
    } else {
      await opened.client.login(signIn.credentials, signal);
    }
    const account = credentials?.email ?? "access token";
    await this.connect(new ServerConnection(baseUrl, () => Promise.resolve(opened)), {
      kind: "server",
      baseUrl,
      account,
    });
  }

  /**
   * Connects to sample data.
   * @param baseUrl of a sandbox that runs on this machine already; undefined: one of our own
   */
  async openSandbox(baseUrl?: string): Promise<void> {
    const saved: SavedConnection = { kind: "sandbox", baseUrl, epoch: this.options.clock.now() };
    const connection = this.restore(saved);
    await (await connection.client()).version();
    await this.connect(connection, saved);
  }

  async signOut(): Promise<void> {
    await this.connection?.forget();
    await this.connect(undefined, undefined);
  }

  dispose(): void {
    this.connection?.close();
  }

  private restore(saved: SavedConnection): Connection {
    const { openClient, secrets, startSandbox } = this.options;
    if (saved.kind === "sandbox") {
      return new SandboxConnection(saved.baseUrl, () => startSandbox(saved.epoch), openClient);
    }
    const store = secretTokenStore(secrets, saved.baseUrl);
    return new ServerConnection(saved.baseUrl, () => openClient(saved.baseUrl, store));
  }

  private async connect(
    connection: Connection | undefined,
    saved: SavedConnection | undefined,
  ): Promise<void> {
    const again = isDeepStrictEqual(saved, this.saved);
    this.connection?.close();
    this.connection = connection;
    this.saved = saved;
    await saveConnection(this.options.memory, saved);
    this.changes.fire({ again });
  }
}
