import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { Memento } from "../base/memento";
import type { ConnectionKeys } from "../folders/folders";
import type { OzClient } from "../oz/api/client";
import { ActiveConnection, type CurrentConnection } from "./activeConnection";
import type { ClientFactory } from "./clientFactory";
import type { Connection } from "./connection";
import { ConnectionList } from "./connectionList";
import { SandboxConnection, type RunningSandbox } from "./sandboxConnection";
import { connectionKey, type SavedConnection, type SavedSandbox, type SavedServer } from "./savedConnection";
import { deleteSecrets, isTokensKey, tokensKey, type Secrets } from "./secrets";
import { ServerConnection } from "./serverConnection";
import { signInToServer, type SignInMethod, type SignedIn } from "./signInToServer";
import { windowTokenStore } from "./tokenStore";

export interface ConnectionOptions {
  /** Shared by all windows. */
  readonly memory: Memento;
  /** Of this window. */
  readonly windowMemento: Memento;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly openClient: ClientFactory;
  /** @param epoch epoch milliseconds at which the sandbox's data begins */
  readonly startOwnSandbox: (epoch: number) => Promise<RunningSandbox>;
  /** Creates an ID that no other connection has. */
  readonly newId: () => string;
}

/** Manages the user's connections: signs in and out, switches, renames and removes. */
export class ConnectionManager {
  private readonly list: ConnectionList;
  private readonly active: ActiveConnection;
  private readonly changes = new Emitter<undefined>();
  private readonly signIns = new Emitter<undefined>();
  private readonly secretChanges: { dispose(): void };

  /** Fires when this window adds, changes or removes a connection, or when any window signs in or out. */
  readonly onDidChange = this.changes.event;
  /** Fires when the user has signed in, even to the connection that is already shown. */
  readonly onDidSignIn = this.signIns.event;

  /** Sends nothing. */
  constructor(private readonly options: ConnectionOptions) {
    this.list = new ConnectionList(options.memory, options.windowMemento);
    this.active = new ActiveConnection(this.list, (saved) => this.open(saved));
    this.secretChanges = options.secrets.onDidChange(({ key }) => {
      if (isTokensKey(key)) void this.reloadSession(key);
    });
  }

  /** The connection that this window shows. */
  get current(): CurrentConnection | undefined {
    return this.active.current;
  }

  /** All connections, in the order in which they were added. */
  get all(): readonly SavedConnection[] {
    return this.list.all();
  }

  /** The signed-in connections. */
  get signedIn(): readonly SavedConnection[] {
    const { current } = this;
    return this.all.filter((saved) => {
      if (saved.id === current?.saved.id) return current.signedIn;
      return saved.kind === "sandbox" || saved.signedIn;
    });
  }

  /** See `ConnectionKeys`. */
  get keys(): ConnectionKeys {
    const { current } = this;
    return {
      shown: current?.signedIn === true ? connectionKey(current.saved) : undefined,
      signedIn: this.signedIn.map(connectionKey),
      known: this.all.map(connectionKey),
    };
  }

  /** The client of the shown connection; rejects with an `OzError`. */
  client(): Promise<OzClient> {
    return this.active.client();
  }

  /**
   * Checks that the address is an Oz API, without sending credentials.
   * @param baseUrl as `parseAddress` returns it
   * @throws OzError
   */
  async check(baseUrl: string, signal: AbortSignal): Promise<void> {
    const { client } = this.options.openClient(baseUrl, windowTokenStore());
    await client.version(signal);
  }

  /** Signs in with `signInToServer` and shows the connection. If it fails, the current connection stays. */
  async signIn(to: SavedServer | string, method: SignInMethod, signal: AbortSignal): Promise<SignedIn> {
    const signedIn = await signInToServer({ ...this.options, list: this.list }, to, method, signal);
    await this.connect(signedIn.saved, signedIn.connection);
    this.signIns.fire(undefined);
    return signedIn;
  }

  /**
   * Opens a sandbox, which has sample data, and shows it.
   * @param baseUrl of a sandbox that already runs on this machine; undefined: starts one
   */
  async openSandbox(baseUrl?: string): Promise<void> {
    const id = baseUrl === undefined ? "sandbox" : `sandbox ${baseUrl}`;
    const name = this.list.get(id)?.name ?? this.list.freeName("Sandbox");
    const saved: SavedSandbox = { kind: "sandbox", id, name, baseUrl, epoch: this.options.clock.now() };
    const connection = this.open(saved);
    try {
      await (await connection.client()).version();
    } catch (error) {
      // Stops the sandbox if one was started.
      connection.close();
      throw error;
    }
    await this.list.put(saved);
    await this.connect(saved, connection);
  }

  /** Shows another connection in this window; ignored if it was removed meanwhile. */
  async switchTo(id: string): Promise<void> {
    const saved = this.list.get(id);
    if (saved && !this.active.isShowing(id)) await this.connect(saved);
  }

  async rename(id: string, name: string): Promise<void> {
    const saved = this.list.get(id);
    if (!saved) return;
    await this.list.put({ ...saved, name });
    if (this.active.isShowing(id)) await this.active.catchUp();
    this.changes.fire(undefined);
  }

  /** Signs out in all windows and deletes the secrets. A sandbox is removed. */
  async signOut(id: string): Promise<void> {
    const saved = this.list.get(id);
    if (saved?.kind !== "server") return this.remove(id);
    await this.list.put({ ...saved, signedIn: false });
    try {
      if (this.active.isShowing(id)) await this.active.signOut();
    } finally {
      await deleteSecrets(this.options.secrets, saved);
    }
    await this.reloadSession(tokensKey(saved));
  }

  /** Removes a connection and its secrets. The connection is gone even if deleting the secrets fails. */
  async remove(id: string): Promise<void> {
    const saved = this.list.get(id);
    await this.list.remove(id);
    try {
      if (saved?.kind === "server") await deleteSecrets(this.options.secrets, saved);
    } finally {
      if (this.active.isShowing(id)) await this.connect(undefined);
      else this.changes.fire(undefined);
    }
  }

  /** Must be called when this window gets the focus: other windows may have renamed or removed its connection. */
  async catchUp(): Promise<void> {
    if (await this.active.catchUp()) this.changes.fire(undefined);
  }

  dispose(): void {
    this.secretChanges.dispose();
    this.active.dispose();
  }

  private async reloadSession(key: string): Promise<void> {
    if (await this.active.reloadSession(key)) this.changes.fire(undefined);
  }

  private async connect(saved: SavedConnection | undefined, connection?: Connection): Promise<void> {
    await this.active.switchTo(saved, connection);
    this.changes.fire(undefined);
  }

  private open(saved: SavedConnection): Connection {
    const { openClient, secrets, startOwnSandbox } = this.options;
    return saved.kind === "sandbox"
      ? new SandboxConnection(saved.baseUrl, () => startOwnSandbox(saved.epoch), openClient)
      : new ServerConnection(saved, secrets, openClient);
  }
}
